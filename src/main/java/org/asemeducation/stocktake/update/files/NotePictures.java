package org.asemeducation.stocktake.update.files;

import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The picture of a note, one at most: checked and copied as those of updates. An update
 * takes a copy of its own, as any file of it is kept by its cycle.
 */
@Component
public class NotePictures {

	private final Rights rights;

	private final Receiving receiving;

	private final UpdateFiles files;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate transaction;

	NotePictures(Rights rights, Receiving receiving, UpdateFiles files, Audit audit, JdbcClient jdbc, Clock clock,
			PlatformTransactionManager transactions) {
		this.rights = rights;
		this.receiving = receiving;
		this.files = files;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Attaches one, in place of the one before.
	 * @param note which note
	 * @param sent the name as it was sent
	 * @param announced how many bytes are to come; -1 when nobody says
	 * @param in the bytes
	 * @param by the user id
	 * @throws Refused when it is no picture, too large, did not arrive whole, or the
	 * person may not
	 */
	void attach(long note, String sent, long announced, InputStream in, String by) {
		String name = FileName.plain(sent);
		require(note, by);
		this.receiving.receive(name, announced, in, (file) -> {
			if (!file.type().isPicture()) {
				throw Receiving
					.refused("“%s” is not attached: a note takes a picture, as JPEG, PNG or WebP.".formatted(name));
			}
			return this.transaction.execute((status) -> {
				String initiative = require(note, by);
				this.jdbc.sql("delete from update_file where note = ?").param(note).update();
				this.files.keep(note, initiative, file, by);
				this.audit.record(by, "attach picture to note", initiative, null, null);
				return true;
			});
		});
	}

	/**
	 * Deletes it for good.
	 * @throws Refused when the person does not write for the note's initiative
	 */
	void remove(long note, String by) {
		this.transaction.executeWithoutResult((status) -> {
			String initiative = require(note, by);
			if (this.jdbc.sql("delete from update_file where note = ?").param(note).update() == 1) {
				this.audit.record(by, "delete picture of note", initiative, null, null);
			}
		});
	}

	/** Also for whom the note is offered to, since its initiative was merged. */
	Optional<StoredFile> find(long note, String reader) {
		boolean reads = this.jdbc.sql("""
				select n.initiative from note n where n.id = :note
				union select m.into_which from note n join merged_into m on m.initiative = n.initiative
				where n.id = :note""")
			.param("note", note)
			.query(String.class)
			.list()
			.stream()
			.anyMatch((initiative) -> this.rights.mayWrite(reader, initiative));
		if (!reads) {
			throw unknown();
		}
		return this.files.ofNote(note);
	}

	/**
	 * Which notes have a picture.
	 * @param notes the ids of notes
	 * @return the picture of each, by the note's id
	 */
	public Map<Long, NotedPicture> of(List<Long> notes) {
		return this.jdbc.sql("""
				select note, name, length, width, height, thumbnail is not null as small from update_file
				where note = any(:notes)""")
			.param("notes", notes.toArray(Long[]::new))
			.query((row, number) -> Map.entry(row.getLong("note"),
					new NotedPicture(row.getString("name"), row.getLong("length"),
							row.getObject("width", Integer.class), row.getObject("height", Integer.class),
							row.getBoolean("small"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Attaches a copy to an update. The caller has admitted the writer.
	 * @param note whose picture
	 * @param key to which update
	 * @param by the user id
	 * @return the copy's id, as a text names it
	 * @throws Refused when the note has none, or the update has too many files
	 */
	public String copy(long note, UpdateKey key, String by) {
		StoredFile picture = this.files.ofNote(note)
			.orElseThrow(() -> Refused.conflict("This note has no picture, or no longer: load the page again."));
		if (this.files.count(key) >= FileSettings.MOST) {
			throw Attaching.tooMany(picture.name(), key);
		}
		Optional<Long> copy = UpdateFiles.about(this.jdbc.sql("""
				insert into update_file (cycle, initiative, name, type, length, sha256, width, height, thumbnail,
				    uploaded_at, uploaded_by)
				select :cycle, :initiative, name, type, length, sha256, width, height, thumbnail, :at, :by
				from update_file where id = :picture
				on conflict (cycle, initiative, sha256) do nothing returning id"""), key)
			.param("picture", picture.id())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.query(Long.class)
			.optional();
		copy.ifPresent((id) -> {
			this.jdbc.sql("""
					insert into update_file_part (file, number, bytes)
					select ?, number, bytes from update_file_part where file = ?""").params(id, picture.id()).update();
			this.jdbc.sql("""
					insert into update_file_print (file, type, width, height, sha256, bytes)
					select ?, type, width, height, sha256, bytes from update_file_print where file = ?""")
				.params(id, picture.id())
				.update();
			this.audit.record(by, "attach file", key.toString(), null,
					"%s (%s)".formatted(picture.name(), picture.sha256()));
		});
		return String.valueOf(copy.orElseGet(() -> this.files.withSum(key, picture.sha256())));
	}

	private String require(long note, String by) {
		return this.jdbc.sql("select initiative from note where id = ?")
			.param(note)
			.query(String.class)
			.optional()
			.filter((initiative) -> this.rights.mayWrite(by, initiative))
			.orElseThrow(NotePictures::unknown);
	}

	private static Refused unknown() {
		return Refused.notFound("There is no such note of an initiative that you write for.");
	}

	/**
	 * A picture of a note.
	 *
	 * @param name as people call it
	 * @param length in bytes
	 * @param width in pixels, as it is shown
	 * @param height in pixels, as it is shown
	 * @param thumbnail whether there is a small picture of it
	 */
	public record NotedPicture(String name, long length, Integer width, Integer height, boolean thumbnail) {
	}

}
