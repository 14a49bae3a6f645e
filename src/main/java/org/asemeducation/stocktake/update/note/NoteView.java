package org.asemeducation.stocktake.update.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.update.files.NotePictures;
import org.asemeducation.stocktake.update.files.NotePictures.NotedPicture;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Notes with the names of their writers and with their pictures, as pages show them.
 */
@Component
class NoteView {

	private final NotePictures pictures;

	private final Register register;

	NoteView(NotePictures pictures, Register register) {
		this.pictures = pictures;
		this.register = register;
	}

	/**
	 * Notes as they are shown.
	 * @param notes in which order
	 * @param uses where any of them was put
	 * @return in the same order
	 */
	List<Shown> of(List<Note> notes, List<NoteUses.Use> uses) {
		Map<Long, NotedPicture> all = this.pictures.of(notes.stream().map(Note::id).toList());
		return notes.stream()
			.map((note) -> shown(note, all.get(note.id()),
					uses.stream()
						.filter((use) -> use.note() == note.id())
						.map((use) -> new Put(use.cycle(), use.at(), this.register.nameOf(use.by())))
						.toList()))
			.toList();
	}

	private Shown shown(Note note, @Nullable NotedPicture picture, List<Put> puts) {
		NoteWords words = note.words();
		String correctedBy = note.correctedBy();
		String takenBackBy = note.takenBackBy();
		return new Shown(note.id(), note.initiative(), words.day(), words.text(), words.link(), words.caption(),
				words.credit(), words.alternative(), words.consent(), picture, note.version(), note.writtenAt(),
				this.register.nameOf(note.writtenBy()), note.correctedAt(),
				(correctedBy != null) ? this.register.nameOf(correctedBy) : null, note.takenBackAt(),
				(takenBackBy != null) ? this.register.nameOf(takenBackBy) : null, puts);
	}

	/**
	 * A note.
	 *
	 * @param usedIn the updates that it was put into
	 */
	record Shown(long id, String initiative, LocalDate day, String text, @Nullable String link,
			@Nullable String caption, @Nullable String credit, @Nullable String alternative, boolean consent,
			@Nullable NotedPicture picture, int version, Instant writtenAt, String writtenBy,
			@Nullable Instant correctedAt, @Nullable String correctedBy, @Nullable Instant takenBackAt,
			@Nullable String takenBackBy, List<Put> usedIn) {
	}

	/**
	 * An update that it was put into.
	 */
	record Put(String cycle, Instant at, String by) {
	}

}
