package org.asemeducation.stocktake.update.note;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes a line about an initiative, at any time, corrects it and takes it back. The audit
 * knows that, and not the words.
 */
@Component
class WritingNotes {

	private final Rights rights;

	private final Notes notes;

	private final Audit audit;

	WritingNotes(Rights rights, Notes notes, Audit audit) {
		this.rights = rights;
		this.notes = notes;
		this.audit = audit;
	}

	/**
	 * Notes it; a second click notes nothing more.
	 * @param initiative about which
	 * @param words what to remember
	 * @param by the user id
	 * @return the note, or the one that says the same
	 * @throws Refused when the person does not write for that initiative
	 */
	@Transactional
	public Note write(String initiative, NoteWords words, String by) {
		requireWriter(initiative, by);
		Long added = this.notes.add(initiative, words, by).orElse(null);
		if (added != null) {
			this.audit.record(by, "write note", initiative, null, null);
			return this.notes.find(added).orElseThrow();
		}
		return this.notes.about(initiative)
			.stream()
			.filter((note) -> !note.isTakenBack() && note.writtenBy().equals(by)
					&& note.words().day().equals(words.day()) && note.words().text().equals(words.text()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Corrects it; the words that stood there are kept.
	 * @param id which note
	 * @param seen the version that was corrected
	 * @param words what it says now
	 * @param by the user id
	 * @return the note
	 * @throws Refused when somebody else has corrected it meanwhile, or it is taken back
	 */
	@Transactional
	public Note correct(long id, int seen, NoteWords words, String by) {
		Note note = require(id, by);
		if (note.isTakenBack()) {
			throw Refused.conflict("This note is taken back: put it back first, then correct it.");
		}
		if (note.version() != seen) {
			throw outdated();
		}
		if (!note.words().equals(words)) {
			if (!this.notes.correct(note, words, by)) {
				throw outdated();
			}
			this.audit.record(by, "correct note", note.initiative(), null, null);
		}
		return this.notes.find(id).orElseThrow();
	}

	/**
	 * Takes it back, or puts it back. A note stays where it was put into an update.
	 * @param id which note
	 * @param back whether it is taken back; else it is put back
	 * @param by the user id
	 * @throws Refused when the person does not write for its initiative
	 */
	@Transactional
	public void takeBack(long id, boolean back, String by) {
		Note note = require(id, by);
		if (this.notes.takeBack(id, back, by)) {
			this.audit.record(by, back ? "take back note" : "put back note", note.initiative(), null, null);
		}
	}

	private Note require(long id, String by) {
		return this.notes.find(id)
			.filter((note) -> this.rights.mayWrite(by, note.initiative()))
			.orElseThrow(() -> Refused.notFound("There is no such note of an initiative that you write for."));
	}

	private void requireWriter(String initiative, String by) {
		if (!this.rights.mayWrite(by, initiative)) {
			throw Refused.notAllowed("Only those who coordinate %s and those who help them note something about it."
				.formatted(initiative));
		}
	}

	private static Refused outdated() {
		return Refused.outdated(
				"Somebody else has corrected this note meanwhile: load the page again. What you wrote is kept in this browser.");
	}

}
