package org.asemeducation.stocktake.notification.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An SMTP server that takes no mail for anybody.
 */
final class RefusingServer implements AutoCloseable {

	private final String refusal;

	private final ServerSocket socket;

	RefusingServer(String refusal) throws IOException {
		this.refusal = refusal;
		this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serveOne, "refusing-server");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serveOne() {
		try (Socket client = this.socket.accept();
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
			answer(client, "220 ready");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				answer(client, line.startsWith("RCPT") ? this.refusal : "250 fine");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(Socket client, String words) throws IOException {
		client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
