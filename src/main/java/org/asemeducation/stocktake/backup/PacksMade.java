package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes hand-over packs while Stocktake runs: into a temporary file first, so that who
 * reads slowly holds no connection to the database, and what is begun is sent whole.
 */
@Component
class PacksMade {

	/** A node makes one after the other. */
	private final Semaphore one = new Semaphore(1);

	private final DataSource database;

	private final Environment settings;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	PacksMade(DataSource database, Environment settings, JdbcClient jdbc, Audit audit, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Makes one.
	 * @param by who
	 * @return the file, which the caller deletes
	 * @throws Refused when one is being made at this moment
	 */
	Path make(Person by) throws IOException {
		if (!this.one.tryAcquire()) {
			throw Refused.conflict("A pack is being made at this moment: wait until it is there.");
		}
		Path file = Files.createTempFile(place(), "hand-over-", ".zip");
		try {
			Whereabouts here = new Whereabouts("this Stocktake",
					this.settings.getProperty("stocktake.demo.enabled", Boolean.class, false), this.database, () -> {
					});
			DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(file), Sha256.digest());
			try (out) {
				new Pack(here, this.clock).writeTo(out, by.name());
			}
			this.audit.record(by.userId(), MakePack.ACT, MakePack.SUBJECT, null,
					"SHA-256 " + HexFormat.of().formatHex(out.getMessageDigest().digest()));
			return file;
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
		catch (SQLException ex) {
			Files.deleteIfExists(file);
			throw new IOException(ex);
		}
		finally {
			this.one.release();
		}
	}

	/** All of it has gone out. */
	void taken(Person by) {
		this.audit.record(by.userId(), "download hand-over pack", MakePack.SUBJECT, null, null);
	}

	/** The last ones that were made here, the latest first. */
	List<Made> last() {
		return this.jdbc.sql("""
				select a.at, coalesce(c.name, 'the command archive') as by, a.after as checksum from audit a
				left join contact c on c.user_id = a.who
				where a.act = :act and a.subject = :subject order by a.at desc, a.id desc limit 5""")
			.param("act", MakePack.ACT)
			.param("subject", MakePack.SUBJECT)
			.query((row, number) -> new Made(row.getTimestamp("at").toInstant(), row.getString("by"),
					row.getString("checksum")))
			.list();
	}

	private Path place() {
		String folder = this.settings.getProperty("stocktake.files.folder", "");
		return Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
	}

	/**
	 * A pack that was made.
	 *
	 * @param at when
	 * @param by whose name
	 * @param checksum in words
	 */
	public record Made(Instant at, String by, String checksum) {
	}

}
