package org.asemeducation.stocktake.notification.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An SMTP server that takes every mail and keeps none. It may take its time to accept
 * one, as a server does that writes to disk before it answers.
 */
public final class Sink implements AutoCloseable {

	private final ServerSocket socket;

	private final AtomicInteger mails = new AtomicInteger();

	private final AtomicInteger connections = new AtomicInteger();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile long delay;

	private volatile String answer = "250 taken";

	public Sink() {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		daemon(this::accept);
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/** How long it takes from now on to accept a mail. */
	public void takeMillis(long millis) {
		this.delay = millis;
	}

	public int mails() {
		return this.mails.get();
	}

	public int connections() {
		return this.connections.get();
	}

	/** What it says to the next mails. */
	void answer(String line) {
		this.answer = line;
	}

	/** Hangs up on everybody, as a server does that has waited long enough. */
	void hangUp() throws IOException {
		for (Socket client : this.open) {
			client.close();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.socket.accept();
				client.setTcpNoDelay(true);
				this.connections.incrementAndGet();
				this.open.add(client);
				daemon(() -> serve(client));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 65_536);
				OutputStream out = client.getOutputStream()) {
			say(out, "220 sink");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
				switch (verb) {
					case "DATA" -> {
						say(out, "354 go on");
						while (!".".equals(in.readLine())) {
							continue;
						}
						if (this.delay > 0) {
							LockSupport.parkNanos(this.delay * 1_000_000);
						}
						this.mails.incrementAndGet();
						say(out, this.answer);
					}
					case "QUIT" -> {
						say(out, "221 bye");
						return;
					}
					default -> say(out, "250 ok");
				}
			}
		}
		catch (IOException ex) {
			// the client has gone
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static void daemon(Runnable act) {
		Thread thread = new Thread(act, "sink");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
