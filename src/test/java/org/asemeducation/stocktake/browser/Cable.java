package org.asemeducation.stocktake.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Leads to a server, and can be cut: then nothing is taken any more and what was under
 * way breaks off, as when the server is stopped or the network gone.
 */
public final class Cable implements AutoCloseable {

	private final int target;

	private final int port;

	private final List<Closeable> ends = new CopyOnWriteArrayList<>();

	public Cable(int target) throws IOException {
		this.target = target;
		this.port = lay(0);
	}

	/**
	 * Where it begins.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	public void cut() {
		this.ends.forEach(Cable::close);
		this.ends.clear();
	}

	public void mend() throws IOException {
		lay(this.port);
	}

	@Override
	public void close() {
		cut();
	}

	private int lay(int from) throws IOException {
		ServerSocket begin = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
		this.ends.add(begin);
		start(() -> {
			while (true) {
				Socket here = begin.accept();
				Socket there = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.ends.addAll(List.of(here, there));
				start(() -> lead(here, there));
				start(() -> lead(there, here));
			}
		});
		return begin.getLocalPort();
	}

	private static void lead(Socket from, Socket to) throws IOException {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
	}

	private static void start(Leading leading) {
		Thread thread = new Thread(() -> {
			try {
				leading.run();
			}
			catch (IOException ex) {
				// cut
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	private static void close(Closeable end) {
		try {
			end.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Leading {

		void run() throws IOException;

	}

}
