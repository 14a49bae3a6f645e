package org.asemeducation.stocktake.faults;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * An SMTP server that keeps what it is given and can be told to misbehave. It counts a
 * mail before it says that it took it, so that somebody can be killed between the two.
 */
final class MailSink implements AutoCloseable {

	private static final String TAKEN = "250 taken";

	private final ServerSocket socket;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Map<String, String> refusals = new ConcurrentHashMap<>();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile String everybody = "";

	private volatile Duration answerAfter = Duration.ZERO;

	private volatile IntConsumer onMail = (count) -> {
	};

	private MailSink(int port) throws IOException {
		this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		daemon(this::accept);
	}

	/**
	 * A server on a port.
	 * @param port which; 0 for any that is free
	 * @return the running server
	 */
	static MailSink on(int port) throws IOException {
		return new MailSink(port);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Everything taken, in the order in which it came.
	 */
	List<Received> received() {
		return this.received;
	}

	/**
	 * How often a recipient was refused.
	 */
	int refused() {
		return this.refused.get();
	}

	/**
	 * What happens with every mail after it has been counted and before it is taken.
	 * @param act given the number of mails that came
	 */
	void onMail(IntConsumer act) {
		this.onMail = act;
	}

	/**
	 * Refuses one address.
	 * @param address whose
	 * @param words the answer, such as {@code 550 no such user}
	 */
	void refuse(String address, String words) {
		this.refusals.put(address, words);
	}

	/**
	 * Refuses everybody, until told otherwise.
	 * @param words the answer; empty to take mails again
	 */
	void refuseAll(String words) {
		this.everybody = words;
	}

	/**
	 * Answers late.
	 * @param time before each mail is taken
	 */
	void answerAfter(Duration time) {
		this.answerAfter = time;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				daemon(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
			say(client, "220 ready");
			String recipient = "";
			for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
				if (line.startsWith("RCPT TO:")) {
					recipient = line.replaceFirst("RCPT TO:<([^>]*)>.*", "$1");
					say(client, answerTo(recipient));
				}
				else if (line.equals("DATA")) {
					say(client, "354 go on");
					take(recipient, text(in));
					say(client, TAKEN);
				}
				else {
					say(client, "250 fine");
				}
			}
		}
		catch (IOException ex) {
			// the client went away: that is what these tests are about
		}
	}

	private String answerTo(String recipient) {
		String words = this.refusals.getOrDefault(recipient, this.everybody);
		if (words.isEmpty()) {
			return "250 fine";
		}
		this.refused.incrementAndGet();
		return words;
	}

	private void take(String recipient, String text) {
		int count;
		synchronized (this.received) {
			this.received.add(new Received(System.nanoTime(), recipient, text));
			count = this.received.size();
		}
		this.onMail.accept(count);
		LockSupport.parkNanos(this.answerAfter.toNanos());
	}

	private static String text(BufferedReader in) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
			if (line == null) {
				throw new EOFException("cut off in the middle of a mail");
			}
			text.append(line).append('\n');
		}
		return text.toString();
	}

	private static void say(Socket client, String words) throws IOException {
		client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work, "mail-sink");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * A mail as it came.
	 *
	 * @param at by {@link System#nanoTime()}
	 * @param recipient the bare address
	 * @param text headers and body as sent
	 */
	record Received(long at, String recipient, String text) {

		@Override
		public String toString() {
			return "a mail to " + this.recipient;
		}

		String messageId() {
			return this.text.lines()
				.filter((line) -> line.startsWith("Message-ID:"))
				.findFirst()
				.map((line) -> line.substring("Message-ID:".length()).strip())
				.orElseThrow(() -> new AssertionError("A mail without Message-ID came: " + this.text));
		}

	}

}
