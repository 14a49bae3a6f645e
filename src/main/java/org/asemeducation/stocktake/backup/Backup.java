package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.engine.EmbeddedDatabaseException;

import org.springframework.boot.logging.LoggingSystem;

/**
 * The command {@code backup}: writes all of the database to one file, while Stocktake
 * runs or not.
 */
public final class Backup {

	private static final String SECRET = "It holds addresses and password hashes: keep it as safe as the database.";

	/** As other programs have it. */
	static final Path STANDARD_OUTPUT = Path.of("-");

	private Backup() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows {@code backup}
	 * @param out where to say what was done, and where the backup goes when its file is
	 * {@code -}
	 * @param problems where to say in a sentence what is wrong
	 * @return 0, or 1 when there is no backup
	 */
	public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
		LoggingSystem.get(Backup.class.getClassLoader()).beforeInitialize();
		try {
			Path file = BackupCall.of("backup", "--to", arguments).file();
			try (Whereabouts database = Whereabouts.ofWhatRuns(Settings.read())) {
				if (file.equals(STANDARD_OUTPUT)) {
					problems.println(write(database, out));
				}
				else {
					out.println(write(database, file));
				}
			}
			return 0;
		}
		catch (BackupRefused ex) {
			problems.println(ex.getMessage());
		}
		catch (EmbeddedDatabaseException ex) {
			problems.println(ex.getMessage() + " " + ex.action());
		}
		return 1;
	}

	/**
	 * Writes the file.
	 * @param database what to back up
	 * @param file where to; there must be none
	 * @return what was done, in a sentence
	 */
	static String write(Whereabouts database, Path file) {
		try (NewFile backup = NewFile.at(file)) {
			Manifest manifest = manifest(database, backup.stream());
			backup.keep();
			return "%s is in %s. %s".formatted(manifest.inWords(), file, SECRET);
		}
		catch (IOException ex) {
			throw new BackupRefused("The backup cannot be written to %s (%s).".formatted(file, ex.getMessage()), ex);
		}
	}

	private static String write(Whereabouts database, PrintStream out) {
		try {
			Manifest manifest = manifest(database, out);
			if (out.checkError()) {
				throw new IOException("not all of it was taken");
			}
			return "%s is written. %s".formatted(manifest.inWords(), SECRET);
		}
		catch (IOException ex) {
			throw new BackupRefused("The backup cannot be written (%s).".formatted(ex.getMessage()), ex);
		}
	}

	private static Manifest manifest(Whereabouts database, OutputStream out) throws IOException {
		try {
			return new Snapshot(database, Clock.systemUTC()).writeTo(out);
		}
		catch (SQLException ex) {
			throw new BackupRefused(
					"The database at %s cannot be backed up (%s).".formatted(database.name(), ex.getMessage()), ex);
		}
	}

}
