package org.asemeducation.stocktake.update.files;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Pictures to be printed, without an application around them.
 */
public final class TestPrints {

	private TestPrints() {
	}

	public static PrintedPictures on(JdbcClient jdbc) {
		return new PrintedPictures(jdbc, new UpdateFiles(jdbc, Clock.systemUTC()), new Checking(),
				new FileSettings(DataSize.ofMegabytes(20), "", 1));
	}

	public static WithdrawnConsents consents(JdbcClient jdbc) {
		return new WithdrawnConsents(jdbc, Clock.systemUTC());
	}

	/** A picture of an update, with its copy for printing. */
	public static void attach(JdbcClient jdbc, String cycle, String initiative, long id, byte[] print) {
		jdbc.sql("""
				insert into update_file (id, cycle, initiative, name, type, length, sha256, uploaded_at, uploaded_by)
				overriding system value values (?, ?, ?, 'photo.jpg', 'jpeg', 1, ?, now(), 'harbour')""")
			.params(id, cycle, initiative, "sum of " + id)
			.update();
		jdbc.sql("""
				insert into update_file_print (file, type, width, height, sha256, bytes)
				values (?, 'jpeg', 400, 300, encode(sha256(?), 'hex'), ?)""").params(id, print, print).update();
	}

}
