package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes a file in: receives it, looks at it, keeps it. No connection to the database
 * waits for a slow line.
 */
@Component
class Attaching {

	private final FileSettings settings;

	private final FileRights rights;

	private final Checking checking;

	private final UpdateFiles files;

	private final Audit audit;

	private final Semaphore arriving;

	Attaching(FileSettings settings, FileRights rights, Checking checking, UpdateFiles files, Audit audit) {
		this.settings = settings;
		this.rights = rights;
		this.checking = checking;
		this.files = files;
		this.audit = audit;
		this.arriving = new Semaphore(settings.atOnce());
	}

	/**
	 * Attaches a file to an update that is being written.
	 * @param key which update
	 * @param sent the name as it was sent
	 * @param announced how many bytes are to come; -1 when nobody says
	 * @param in the bytes
	 * @param by the user id
	 * @return the file, or the one that is the same
	 * @throws Refused when it is none of those that are taken, too large, did not arrive
	 * whole, or the person may not
	 */
	Kept attach(UpdateKey key, String sent, long announced, InputStream in, String by) {
		String name = FileName.plain(sent);
		this.rights.requireWriting(key, by);
		requireSize(name, announced);
		if (this.files.count(key) >= FileSettings.MOST) {
			throw Refused.conflict("“%s” is not attached: %s has %d files already, and more are not kept."
				.formatted(name, key.initiative(), FileSettings.MOST));
		}
		if (!this.arriving.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
					"Many files are arriving at the moment: “%s” is tried again by itself.".formatted(name));
		}
		try (Arrival arrival = Arrival.of(name, this.settings.place())) {
			requireSize(name, arrival.receive(in, this.settings.largest().toBytes()));
			CheckedFile file = check(name, arrival);
			if (file.type() == FileType.EML && !this.rights.entersForOthers(key, by)) {
				throw refused(
						"“%s” is not attached: it is a mail, which is kept only where the secretariat enters an update from it. Save it as PDF and attach that."
							.formatted(name));
			}
			return keep(key, file, by);
		}
		finally {
			this.arriving.release();
		}
	}

	private Kept keep(UpdateKey key, CheckedFile file, String by) {
		this.rights.requireWriting(key, by); // it may have taken a while
		Kept kept = this.files.keep(key, file, by);
		if (!kept.again()) {
			this.audit.record(by, "attach file", key.toString(), null,
					"%s (%s)".formatted(kept.file().name(), file.sha256()));
		}
		return kept;
	}

	private CheckedFile check(String name, Arrival arrival) {
		try {
			return this.checking.check(name, arrival.arrived(), arrival.clean());
		}
		catch (NotTaken ex) {
			throw refused("“%s” is not attached: %s".formatted(name, ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void requireSize(String name, long length) {
		long most = this.settings.largest().toBytes();
		if (length > most) {
			throw refused(
					"“%s” is not attached: it is larger than %s, the most that a file may have. Make it smaller, or put it on the web and give its address."
						.formatted(name, megabytes(most)));
		}
	}

	static String megabytes(long bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20)).replace(".0 ", " ");
	}

	private static Refused refused(String sentence) {
		return Refused.invalid(sentence, List.of(new Problem("file", sentence)));
	}

	/**
	 * A file that is kept.
	 *
	 * @param file it
	 * @param again whether it was kept already
	 */
	record Kept(StoredFile file, boolean again) {
	}

}
