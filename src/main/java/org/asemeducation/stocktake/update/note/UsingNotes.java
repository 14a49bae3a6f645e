package org.asemeducation.stocktake.update.note;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;
import org.asemeducation.stocktake.update.files.NotePictures;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers notes while an update is written. Each is put into an update once; its words go
 * there by the hand of the writer, its picture as a copy.
 */
@Component
class UsingNotes {

	private final Rights rights;

	private final Writers writers;

	private final Notes notes;

	private final NoteUses uses;

	private final NotePictures pictures;

	private final Audit audit;

	UsingNotes(Rights rights, Writers writers, Notes notes, NoteUses uses, NotePictures pictures, Audit audit) {
		this.rights = rights;
		this.writers = writers;
		this.notes = notes;
		this.uses = uses;
		this.pictures = pictures;
		this.audit = audit;
	}

	/**
	 * The notes that an update may still take, and those that it has; with them those of
	 * what was merged into its initiative.
	 * @param key which update
	 * @param reader the user id
	 * @return the latest day first
	 * @throws Refused for whoever does not write for the initiative, the AES included
	 */
	@Transactional(readOnly = true)
	public List<Offered> offered(UpdateKey key, String reader) {
		requireWriter(key, reader);
		List<Note> notes = this.notes.offeredIn(key);
		List<NoteUses.Use> used = this.uses.of(notes);
		return notes.stream()
			.filter((note) -> !note.isTakenBack())
			.map((note) -> new Offered(note,
					used.stream()
						.filter((use) -> use.note() == note.id() && use.settlesFor(key.cycle().value()))
						.toList()))
			.filter((offer) -> offer.uses().isEmpty()
					|| offer.uses().stream().anyMatch((use) -> use.cycle().equals(key.cycle().value())))
			.toList();
	}

	/**
	 * Marks a note as put into an update, and attaches its picture there where that is
	 * wanted.
	 * @param key which update
	 * @param id which note
	 * @param picture whether its picture is wanted
	 * @param by the user id
	 * @return the id of the copy of its picture
	 * @throws Refused when it was put into an update already, is taken back, or the
	 * update is not being written
	 */
	@Transactional
	public Optional<String> use(UpdateKey key, long id, boolean picture, String by) {
		requireWriter(key, by);
		this.writers.admit(key, by);
		Offered offer = offered(key, by).stream()
			.filter((one) -> one.note().id() == id)
			.findFirst()
			.orElseThrow(() -> Refused.notFound(
					"This note is no longer offered: it was taken back, or stands in another update. Load the page again."));
		if (!offer.uses().isEmpty() || !this.uses.add(id, key, by)) {
			throw Refused.conflict("This note was put into this update already: look there, or offer it again.");
		}
		this.audit.record(by, "use note", key.toString(), null, null);
		return picture ? Optional.of(this.pictures.copy(id, key, by)) : Optional.empty();
	}

	/**
	 * Offers it again in an update that it was put into. What stands in the text stays.
	 * @param key which update
	 * @param id which note
	 * @param by the user id
	 * @throws Refused when the update is not being written
	 */
	@Transactional
	public void offerAgain(UpdateKey key, long id, String by) {
		requireWriter(key, by);
		this.writers.admit(key, by);
		if (this.uses.remove(id, key)) {
			this.audit.record(by, "offer note again", key.toString(), null, null);
		}
	}

	private void requireWriter(UpdateKey key, String by) {
		if (!this.rights.mayWrite(by, key.initiative().value())) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and those who help them read its notes.".formatted(key.initiative()));
		}
	}

	/**
	 * A note beside the form.
	 *
	 * @param note it
	 * @param uses where it was put: at most into this update
	 */
	record Offered(Note note, List<NoteUses.Use> uses) {
	}

}
