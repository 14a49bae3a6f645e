package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.StocktakeApplication;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.engine.EmbeddedDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that survives, a mail server and nodes on both. What would take minutes in a
 * real installation after a node has died takes seconds here: the lock of a job and the
 * time that one attempt has for a mail are short. Nothing else is set otherwise.
 */
final class Installation implements AutoCloseable {

	static final String ADMINISTRATOR = "administrator@aes.example";

	static final String PASSWORD = "Correct-Horse-7-Battery";

	private final List<Node> nodes = new ArrayList<>();

	private final Path folder;

	private final Path logs;

	private final Relay database;

	private final MailSink mails = MailSink.on(0);

	private EmbeddedDatabase server;

	private final JdbcClient jdbc;

	Installation(Path folder) throws IOException {
		this.folder = folder;
		this.logs = Files.createDirectories(Path.of("target", "faults"));
		this.server = EmbeddedDatabase.open(folder.resolve("data"));
		this.database = new Relay(port());
		this.jdbc = JdbcClient
			.create(new DriverManagerDataSource(address(), this.server.username(), this.server.password()));
	}

	MailSink mails() {
		return this.mails;
	}

	/**
	 * What the database says, asked through the same port as the nodes do.
	 */
	JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * A node that is not started yet.
	 * @param name of its log
	 * @return the node
	 */
	Node node(String name) throws IOException {
		return node(name, StocktakeApplication.class);
	}

	Node node(String name, Class<?> main) throws IOException {
		Path log = this.logs.resolve(name + ".log");
		Files.deleteIfExists(log);
		Node node = new Node(log, main, settings());
		this.nodes.add(node);
		return node;
	}

	/**
	 * Stops the database as an administrator does who restarts it: whoever is connected
	 * is thrown out.
	 */
	void stopDatabase() {
		this.server.close();
	}

	void startDatabase() {
		this.server = EmbeddedDatabase.open(this.folder.resolve("data"));
		this.database.leadTo(port());
	}

	/**
	 * Signs the administrator in, who is of the secretariat too.
	 * @param node on which node
	 * @return a browser
	 */
	static Visitor administrator(Node node) {
		Visitor visitor = node.visitor();
		visitor.signIn(ADMINISTRATOR, PASSWORD);
		return visitor;
	}

	private List<String> settings() throws IOException {
		return List.of("--spring.config.location=classpath:/application.yaml", "--spring.datasource.url=" + address(),
				"--spring.datasource.username=" + this.server.username(),
				"--spring.datasource.password=" + this.server.password(), "--spring.mail.host=127.0.0.1",
				"--spring.mail.port=" + this.mails.port(), "--stocktake.mail.from=AES <aes@aes.example>",
				"--stocktake.mail.reply-to=aes@aes.example", "--stocktake.public-url=http://localhost",
				"--stocktake.plan=" + ManyParties.plan(this.folder), "--stocktake.admin.email=" + ADMINISTRATOR,
				"--stocktake.admin.password=" + PASSWORD, "--stocktake.data=" + this.folder.resolve("unused"),
				"--camunda.bpm.job-execution.lock-time-in-millis=30000", "--stocktake.mail.attempt=20s");
	}

	private String address() {
		return "jdbc:postgresql://localhost:%d/stocktake?loginTimeout=5".formatted(this.database.port());
	}

	private int port() {
		return URI.create(this.server.url().substring("jdbc:".length())).getPort();
	}

	@Override
	public void close() throws IOException {
		this.nodes.forEach(Node::stop);
		this.database.close();
		this.mails.close();
		this.server.close();
	}

}
