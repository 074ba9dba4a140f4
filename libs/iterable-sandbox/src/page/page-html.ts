/** The page: tables that its script fills. */
export const pageHtml = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Iterable sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/page.css">
<script src="/_sandbox/page.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the tables</a>
<header>
<h1>Iterable sandbox</h1>
<p id="connection" role="status">Connecting</p>
<label>Filter <input id="filter" type="search" autocomplete="off" spellcheck="false"></label>
<button id="pause" type="button" aria-pressed="false">Pause</button>
<button id="reset" type="button">Reset all</button>
</header>
<noscript>This page needs JavaScript.</noscript>
<main id="main" tabindex="-1">
<section aria-labelledby="h-requests" class="wide">
<h2 id="h-requests">Requests <span id="n-requests" class="count">0</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="h-requests"><table><thead><tr><th scope="col">Time</th><th scope="col">Operation</th><th scope="col">Status</th><th scope="col">User</th><th scope="col">Body</th></tr></thead><tbody id="requests"></tbody></table></div>
</section>
<section aria-labelledby="h-users">
<h2 id="h-users">Users <span id="n-users" class="count">0</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="h-users"><table><thead><tr><th scope="col">Email</th><th scope="col">User ID</th><th scope="col">Fields</th></tr></thead><tbody id="users"></tbody></table></div>
</section>
<section aria-labelledby="h-events">
<h2 id="h-events">Events <span id="n-events" class="count">0</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="h-events"><table><thead><tr><th scope="col">Name</th><th scope="col">User</th><th scope="col">Fields</th></tr></thead><tbody id="events"></tbody></table></div>
</section>
<section aria-labelledby="h-lists">
<h2 id="h-lists">Lists <span id="n-lists" class="count">0</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="h-lists"><table><thead><tr><th scope="col">Number</th><th scope="col">Name</th><th scope="col">Users</th></tr></thead><tbody id="lists"></tbody></table></div>
</section>
<section aria-labelledby="h-faults">
<h2 id="h-faults">Faults <span id="n-faults" class="count">0</span></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="h-faults"><table><thead><tr><th scope="col">Operation</th><th scope="col">Left</th></tr></thead><tbody id="faults"></tbody></table></div>
</section>
</main>
</body>
</html>
`;
