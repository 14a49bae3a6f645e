package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port that leads to another one, which may change: so a database that comes back
 * elsewhere is found where it was.
 */
final class Relay implements AutoCloseable {

	private final ServerSocket socket;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile int target;

	Relay(int target) throws IOException {
		this.target = target;
		this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		daemon(this::accept);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Leads elsewhere from now on.
	 * @param port on this machine
	 */
	void leadTo(int port) {
		this.target = port;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				join(this.socket.accept());
			}
			catch (IOException ex) {
				// closed, or nobody listens there now: the client is told by its
				// connection
			}
		}
	}

	private void join(Socket client) throws IOException {
		this.open.add(client);
		try {
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.open.add(server);
			daemon(() -> pass(client, server));
			daemon(() -> pass(server, client));
		}
		catch (IOException ex) {
			hangUp(client);
			throw ex;
		}
	}

	private void pass(Socket from, Socket to) {
		try (InputStream in = from.getInputStream()) {
			in.transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// one side went away
		}
		finally {
			hangUp(from);
			hangUp(to);
		}
	}

	private void hangUp(Socket socket) {
		this.open.remove(socket);
		try {
			socket.close();
		}
		catch (IOException ex) {
			// closed already
		}
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "relay");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.open.forEach(this::hangUp);
	}

}
