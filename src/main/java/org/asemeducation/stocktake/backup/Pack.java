package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.backup.archive.Archive;

import org.springframework.core.io.ClassPathResource;

/**
 * Writes a hand-over pack: backup and archive of the same moment, with the checksums of
 * all that is in it.
 */
final class Pack {

	static final String BACKUP = "stocktake-backup.zip";

	private static final String README = "README.txt";

	private final Whereabouts database;

	private final Clock clock;

	Pack(Whereabouts database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Writes it.
	 * @param out where to, left open
	 * @param by who makes it, for people
	 * @return what it says of itself
	 */
	PackManifest writeTo(OutputStream out, String by) throws SQLException, IOException {
		Snapshot snapshot = new Snapshot(this.database, this.clock);
		return snapshot.inOneMoment((connection) -> {
			PackZip zip = new PackZip(out);
			zip.write(README, new ClassPathResource("archive/" + README).getContentAsByteArray());
			Manifest backup;
			try (OutputStream file = zip.file(BACKUP)) {
				backup = snapshot.writeTo(connection, file);
			}
			Map<String, Long> told = Archive.write(connection, zip,
					new Archive.Made(backup.takenAt(), by, backup.stocktake(), backup.schema()));
			PackManifest manifest = new PackManifest(backup.stocktake(), backup.schema(), backup.takenAt(), by, told,
					zip.entries());
			zip.write(PackManifest.NAME, manifest.toJson());
			List<PackManifest.Entry> all = new ArrayList<>(zip.entries());
			zip.write(PackManifest.SUMS, PackManifest.sums(all));
			zip.finish();
			return manifest;
		});
	}

}
