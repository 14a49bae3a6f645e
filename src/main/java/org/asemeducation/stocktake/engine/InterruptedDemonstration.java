package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A demonstration whose making was cut short, such as by a killed process: all that the
 * database holds is a part of it, since nobody could sign in yet. It is cleared away
 * before anything looks at it, so that this start is a first start again.
 */
final class InterruptedDemonstration {

	private static final Logger log = LoggerFactory.getLogger(InterruptedDemonstration.class);

	private final EmbeddedDatabase database;

	private final JdbcClient jdbc;

	private InterruptedDemonstration(EmbeddedDatabase database) {
		this.database = database;
		this.jdbc = JdbcClient.create(database.dataSource());
	}

	/**
	 * Clears it away where there is one. A database with cycles that the demonstration
	 * does not make is never touched.
	 * @param database the database, before migrations
	 * @param outbox where its mails went
	 */
	static void clearAway(EmbeddedDatabase database, Path outbox) {
		InterruptedDemonstration demonstration = new InterruptedDemonstration(database);
		if (demonstration.isThere()) {
			log.info("The demonstration was interrupted while it was made: it is made anew.");
			demonstration.deleteMails(outbox);
			new Commits(demonstration.jdbc).waitForTheDisk(true);
			database.empty();
		}
	}

	private boolean isThere() {
		return is("select to_regclass('demonstration') is not null") && is("""
				select exists (select from demonstration where completed_at is null)
				and not exists (select from cycle where name not in (select unnest(cycles) from demonstration))""");
	}

	private boolean is(String question) {
		return this.jdbc.sql(question).query(Boolean.class).single();
	}

	private void deleteMails(Path outbox) {
		Set<String> endings = this.jdbc.sql("select '-' || id || '.eml' from mail where state in ('sending', 'sent')")
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableSet());
		try (Stream<Path> files = Files.isDirectory(outbox) ? Files.list(outbox) : Stream.empty()) {
			List<Path> mails = files
				.filter((file) -> endings.contains(file.getFileName().toString().replaceFirst(".*(?=-)", "")))
				.toList();
			for (Path mail : mails) {
				Files.delete(mail);
			}
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseException(
					"The mails of an interrupted demonstration cannot be deleted from %s (%s).".formatted(outbox, ex),
					"Delete the folder and start again.", ex);
		}
	}

}
