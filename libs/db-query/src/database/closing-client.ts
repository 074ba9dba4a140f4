import pg from 'pg';

type ConnectCallback = (error: Error | null, client?: ClosingClient) => void;

/**
 * A client that hangs up when it can't log in. node-postgres leaves the connection open where it
 * gives up itself, as without a password for SCRAM: the process would stay alive, and the server
 * wait for the rest of the login, until the server's `authentication_timeout` of a minute.
 */
export class ClosingClient extends pg.Client {
  override connect(): Promise<this>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<this> | void {
    if (callback === undefined) {
      return super.connect().then(
        () => this,
        (error: unknown) => {
          this.connection.stream.destroy();
          throw error;
        },
      );
    }
    super.connect((error: Error | null) => {
      if (error !== null) this.connection.stream.destroy();
      callback(error, this);
    });
  }
}
