export {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from './embedded/start-embedded-database.js';
