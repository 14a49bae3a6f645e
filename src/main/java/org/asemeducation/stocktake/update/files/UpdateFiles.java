package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of updates and the pictures of notes, in parts, so that none is ever in
 * memory as a whole.
 */
@Component
class UpdateFiles {

	/** Of one part, in bytes. */
	static final int PART = 256 << 10;

	private static final String COLUMNS = """
			select f.id, f.name, f.type, f.length, f.sha256, f.width, f.height, f.thumbnail is not null as small, f.found,
			    f.uploaded_at, f.uploaded_by, exists (select from revision r
			        where r.cycle = f.cycle and r.initiative = f.initiative
			        and r.content -> 'media' @> jsonb_build_array(jsonb_build_object('file', f.id::text)))
			        or exists (select from entry e where e.file = f.id) as submitted,
			    exists (select from revision r
			        where r.cycle = f.cycle and r.initiative = f.initiative
			        and r.content -> 'media' @> jsonb_build_array(jsonb_build_object('file', f.id::text))
			        and not exists (select from taken_back b where b.revision = r.id))
			        or exists (select from entry e where e.file = f.id and e.revision is not null) as stands
			from update_file f where""";

	private static final String OF_UPDATE = COLUMNS + " f.cycle = :cycle and f.initiative = :initiative";

	private final JdbcClient jdbc;

	private final Clock clock;

	UpdateFiles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<StoredFile> of(UpdateKey key) {
		return about(this.jdbc.sql(OF_UPDATE + " order by f.id"), key).query((row, number) -> read(row)).list();
	}

	Optional<StoredFile> find(UpdateKey key, long id) {
		return about(this.jdbc.sql(OF_UPDATE + " and f.id = :id"), key).param("id", id)
			.query((row, number) -> read(row))
			.optional();
	}

	/** The picture of a note. */
	Optional<StoredFile> ofNote(long note) {
		return this.jdbc.sql(COLUMNS + " f.note = :note")
			.param("note", note)
			.query((row, number) -> read(row))
			.optional();
	}

	/** The file of an update that has these bytes. */
	long withSum(UpdateKey key, String sha256) {
		return about(this.jdbc
			.sql("select id from update_file where cycle = :cycle and initiative = :initiative and sha256 = :sha256"),
				key)
			.param("sha256", sha256)
			.query(Long.class)
			.single();
	}

	int count(UpdateKey key) {
		return about(
				this.jdbc.sql("select count(*) from update_file where cycle = :cycle and initiative = :initiative"),
				key)
			.query(Integer.class)
			.single();
	}

	/**
	 * Keeps a file, all of it or nothing. Who keeps the same at the same moment gets the
	 * first.
	 */
	@Transactional
	public Attaching.Kept keep(UpdateKey key, CheckedFile file, String by) {
		Optional<Long> added = about(add(file, null, by), key).query(Long.class).optional();
		added.ifPresent((id) -> fill(id, file));
		long id = added.orElseGet(() -> withSum(key, file.sha256()));
		return new Attaching.Kept(find(key, id).orElseThrow(), added.isEmpty());
	}

	/** Keeps the picture of a note, in the caller's transaction. */
	void keep(long note, String initiative, CheckedFile file, String by) {
		fill(add(file, note, by).param("cycle", null).param("initiative", initiative).query(Long.class).single(), file);
	}

	private JdbcClient.StatementSpec add(CheckedFile file, @Nullable Long note, String by) {
		Picture picture = file.picture();
		return this.jdbc.sql("""
				insert into update_file (cycle, initiative, name, type, length, sha256, width, height, thumbnail, found,
				    uploaded_at, uploaded_by, note)
				values (:cycle, :initiative, :name, :type, :length, :sha256, :width, :height, :thumbnail, :found, :at,
				    :by, :note)
				on conflict (cycle, initiative, sha256) do nothing returning id""")
			.param("name", file.name())
			.param("type", file.type().word())
			.param("length", length(file.content()))
			.param("sha256", file.sha256())
			.param("width", (picture != null) ? picture.shownWidth() : null)
			.param("height", (picture != null) ? picture.shownHeight() : null)
			.param("thumbnail", (file.print() != null) ? file.print().small() : null)
			.param("found", file.found())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("note", note, Types.BIGINT);
	}

	private void fill(long id, CheckedFile file) {
		write(id, file.content());
		if (file.type().isPicture()) {
			keepPrint(this.jdbc, id, Optional.ofNullable(file.print()));
		}
	}

	static void keepPrint(JdbcClient jdbc, long file, Optional<Print> print) {
		jdbc.sql("""
				insert into update_file_print (file, type, width, height, sha256, bytes)
				values (:file, :type, :width, :height, encode(sha256(:bytes), 'hex'), :bytes)
				on conflict (file) do nothing""")
			.param("file", file)
			.param("type", print.map(Print::type).orElse(null))
			.param("width", print.map(Print::width).orElse(null))
			.param("height", print.map(Print::height).orElse(null))
			.param("bytes", print.map(Print::bytes).orElse(null), Types.BINARY)
			.update();
	}

	private void write(long id, Path content) {
		try (InputStream in = Files.newInputStream(content)) {
			int number = 0;
			for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
				this.jdbc.sql("insert into update_file_part (file, number, bytes) values (?, ?, ?)")
					.params(id, number++, part)
					.update();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes the bytes of a file, a part at a time; between two of them the database is
	 * left alone.
	 */
	void writeTo(StoredFile file, OutputStream out) throws IOException {
		for (int number = 0; (long) number * PART < file.length(); number++) {
			out.write(this.jdbc.sql("select bytes from update_file_part where file = ? and number = ?")
				.params(file.id(), number)
				.query(byte[].class)
				.single());
		}
	}

	byte[] thumbnail(StoredFile file) {
		return this.jdbc.sql("select thumbnail from update_file where id = ?")
			.param(file.id())
			.query(byte[].class)
			.single();
	}

	static JdbcClient.StatementSpec about(JdbcClient.StatementSpec statement, UpdateKey key) {
		return statement.param("cycle", key.cycle().value()).param("initiative", key.initiative().value());
	}

	private static long length(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static StoredFile read(ResultSet row) throws SQLException {
		return new StoredFile(row.getLong("id"), row.getString("name"), FileType.of(row.getString("type")),
				row.getLong("length"), row.getString("sha256"), row.getObject("width", Integer.class),
				row.getObject("height", Integer.class), row.getBoolean("small"), row.getString("found"),
				row.getObject("uploaded_at", OffsetDateTime.class).toInstant(), row.getString("uploaded_by"),
				row.getBoolean("submitted"), row.getBoolean("stands"));
	}

}
