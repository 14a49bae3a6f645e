package org.asemeducation.stocktake.update.files;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.Writers;

import org.springframework.stereotype.Component;

/**
 * Who may read and write the files of an update: those who may its text. What is only in
 * a draft is read by those who may read the draft.
 */
@Component
class FileRights {

	private final Writers writers;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final Entries entries;

	private final Rights rights;

	FileRights(Writers writers, UpdateRequests requests, DaysOfUpdates days, Entries entries, Rights rights) {
		this.entries = entries;
		this.rights = rights;
		this.writers = writers;
		this.requests = requests;
		this.days = days;
	}

	/**
	 * Which of the files somebody may read.
	 * @param key whose files
	 * @param reader who
	 * @return the answer for each file
	 * @throws Refused when they may read none
	 */
	Readable readable(UpdateKey key, Person reader) {
		boolean coordinates = this.writers.mayWrite(key, reader.userId());
		if (!coordinates && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused
				.notAllowed("Only those who coordinate %s, the reviewers and the secretariat may read its update."
					.formatted(key.initiative()));
		}
		request(key);
		boolean drafts = coordinates || reader.isSecretariat();
		return (file) -> drafts || file.stands();
	}

	boolean mayWrite(UpdateKey key, Person person) {
		return this.writers.mayWrite(key, person.userId()) && request(key).state().isAskedFor()
				&& this.days.takesIn(key);
	}

	void requireWriting(UpdateKey key, String by) {
		if (!this.writers.mayWrite(key, by)) {
			throw Refused
				.notAllowed("You do not coordinate %s: ask the secretariat if you should.".formatted(key.initiative()));
		}
		if (!request(key).state().isAskedFor() || !this.days.takesIn(key)) {
			throw Refused.conflict("The update of %s is not being written at the moment: its files stay as they are."
				.formatted(key.initiative()));
		}
	}

	/**
	 * Whether somebody of the AES writes it for others, and may attach the mail that it
	 * came in.
	 */
	boolean entersForOthers(UpdateKey key, String by) {
		return this.entries.open(key).isPresent() && !this.rights.mayWrite(by, key.initiative().value());
	}

	private UpdateRequest request(UpdateKey key) {
		return this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
	}

	interface Readable {

		boolean mayBeRead(StoredFile file);

	}

}
