package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.asemeducation.stocktake.engine.EmbeddedDatabaseException;
import org.flywaydb.core.api.FlywayException;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * The command {@code restore}: fills an empty database with a backup, wholly or not at
 * all.
 */
public final class Restore {

	private Restore() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows {@code restore}
	 * @param out where to say what was done
	 * @param problems where to say in a sentence what is wrong
	 * @return 0, or 1 when nothing was restored
	 */
	public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
		LoggingSystem.get(Restore.class.getClassLoader()).beforeInitialize();
		try (BackupFile backup = BackupFile.open(BackupCall.of("restore", "--from", arguments).file());
				Whereabouts database = Whereabouts.ofWhatRests(Settings.read())) {
			out.println(read(backup, database));
			return 0;
		}
		catch (BackupRefused ex) {
			problems.println(ex.getMessage());
		}
		catch (EmbeddedDatabaseException ex) {
			problems.println(ex.getMessage() + " " + ex.action());
		}
		catch (IOException ex) {
			problems.println("The backup cannot be read (%s).".formatted(ex.getMessage()));
		}
		return 1;
	}

	static String read(Path file, Whereabouts database) {
		try (BackupFile backup = BackupFile.open(file)) {
			return read(backup, database);
		}
		catch (IOException ex) {
			throw new BackupRefused("The backup cannot be read (%s).".formatted(ex.getMessage()), ex);
		}
	}

	/**
	 * Everybody knows the passwords of a demonstration, which exists on an embedded
	 * database and nowhere else.
	 */
	private static void requireSameKind(BackupFile backup, Whereabouts database) {
		if (backup.manifest().embedded() && !database.embedded()) {
			throw new BackupRefused(
					"This backup is of an embedded database and has the demonstration's accounts, whose password everybody knows: restore it to an embedded one, without SPRING_DATASOURCE_URL.");
		}
		if (!backup.manifest().embedded() && database.embedded()) {
			throw new BackupRefused(
					"This backup is of a database of its own, and the embedded one would add the demonstration's accounts to it: set SPRING_DATASOURCE_URL to an empty database.");
		}
	}

	/**
	 * Fills the database.
	 * @return what was done, in a sentence
	 * @throws BackupRefused when it was not; the database is as empty as before
	 */
	private static String read(BackupFile backup, Whereabouts database) {
		Schema schema = new Schema(database);
		schema.requireKnown(backup);
		requireSameKind(backup, database);
		schema.requireEmpty();
		try {
			schema.prepare(backup.manifest().schema());
			List<String> left = new Loading(backup, database.dataSource()).load();
			String now = schema.forward();
			return "%s is restored to %s, with schema %s.%s Stocktake can be started on it."
				.formatted(backup.manifest().inWords(), database.name(), now, left.isEmpty() ? ""
						: " Left out, since none of Stocktake's: %s.".formatted(String.join(", ", left)));
		}
		catch (BackupRefused ex) {
			schema.clear();
			throw ex;
		}
		catch (IOException | SQLException | DataAccessException | FlywayException ex) {
			schema.clear();
			throw new BackupRefused("Nothing was restored to %s (%s).".formatted(database.name(),
					String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage())
						.replaceAll("\\s*\\R\\s*", " ")),
					ex);
		}
	}

}
