package org.asemeducation.stocktake.update.files;

import java.io.InputStream;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.stereotype.Component;

/**
 * Attaches a file to an update that is being written.
 */
@Component
class Attaching {

	private final FileRights rights;

	private final Receiving receiving;

	private final UpdateFiles files;

	private final Audit audit;

	Attaching(FileRights rights, Receiving receiving, UpdateFiles files, Audit audit) {
		this.rights = rights;
		this.receiving = receiving;
		this.files = files;
		this.audit = audit;
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
		this.receiving.requireSize(name, announced);
		if (this.files.count(key) >= FileSettings.MOST) {
			throw tooMany(name, key);
		}
		return this.receiving.receive(name, announced, in, (file) -> {
			if (file.type() == FileType.EML && !this.rights.entersForOthers(key, by)) {
				throw Receiving.refused(
						"“%s” is not attached: it is a mail, which is kept only where the secretariat enters an update from it. Save it as PDF and attach that."
							.formatted(name));
			}
			return keep(key, file, by);
		});
	}

	static Refused tooMany(String name, UpdateKey key) {
		return Refused.conflict("“%s” is not attached: %s has %d files already, and more are not kept.".formatted(name,
				key.initiative(), FileSettings.MOST));
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

	/**
	 * A file that is kept.
	 *
	 * @param file it
	 * @param again whether it was kept already
	 */
	record Kept(StoredFile file, boolean again) {
	}

}
