package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.EmbeddedDatabaseException;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command {@code archive}: writes a hand-over pack to one file, while Stocktake runs
 * or not.
 */
public final class MakePack {

	/** As the audit has it. */
	static final String ACT = "make hand-over pack";

	static final String SUBJECT = "secretariat";

	private static final String BY = "the command archive";

	private MakePack() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows {@code archive}
	 * @param out where to say what was done, and where the pack goes when its file is
	 * {@code -}
	 * @param problems where to say in a sentence what is wrong
	 * @return 0, or 1 when there is no pack
	 */
	public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
		LoggingSystem.get(MakePack.class.getClassLoader()).beforeInitialize();
		try {
			Path file = BackupCall.of("archive", "--to", arguments).file();
			try (Whereabouts database = Whereabouts.ofWhatRuns(Settings.read())) {
				if (file.equals(Backup.STANDARD_OUTPUT)) {
					problems.println(write(database, out));
				}
				else {
					out.println(write(database, file, BY));
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
	 * @param database of what
	 * @param file where to; there must be none
	 * @param by who makes it
	 * @return what was done, in a sentence
	 */
	static String write(Whereabouts database, Path file, String by) {
		try (NewFile pack = NewFile.at(file)) {
			String done = write(database, pack.stream(), "in " + file, by);
			pack.keep();
			return done;
		}
		catch (IOException ex) {
			throw new BackupRefused("The pack cannot be written to %s (%s).".formatted(file, ex.getMessage()), ex);
		}
	}

	private static String write(Whereabouts database, PrintStream out) {
		try {
			String done = write(database, out, "written", BY);
			if (out.checkError()) {
				throw new IOException("not all of it was taken");
			}
			return done;
		}
		catch (IOException ex) {
			throw new BackupRefused("The pack cannot be written (%s).".formatted(ex.getMessage()), ex);
		}
	}

	private static String write(Whereabouts database, OutputStream to, String where, String by) throws IOException {
		try {
			DigestOutputStream out = new DigestOutputStream(to, Sha256.digest());
			PackManifest manifest = new Pack(database, Clock.systemUTC()).writeTo(out, by);
			String sum = HexFormat.of().formatHex(out.getMessageDigest().digest());
			new Audit(JdbcClient.create(database.dataSource()), Clock.systemUTC()).record("stocktake", ACT, SUBJECT,
					null, "SHA-256 " + sum);
			return "The hand-over pack of %s, %,d files, is %s. Its SHA-256 is %s. It holds addresses and password hashes: keep it as safe as the database."
				.formatted(manifest.madeAt(), manifest.files().size(), where, sum);
		}
		catch (SQLException ex) {
			throw new BackupRefused(
					"The database at %s cannot be read (%s).".formatted(database.name(), ex.getMessage()), ex);
		}
	}

}
