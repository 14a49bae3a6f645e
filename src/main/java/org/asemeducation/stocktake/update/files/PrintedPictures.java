package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The attached pictures as they are printed. They are made when a picture comes; for one
 * from before that was so, when it is first to be printed.
 */
@Component
public class PrintedPictures {

	private final JdbcClient jdbc;

	private final UpdateFiles files;

	private final Checking checking;

	private final FileSettings settings;

	PrintedPictures(JdbcClient jdbc, UpdateFiles files, Checking checking, FileSettings settings) {
		this.jdbc = jdbc;
		this.files = files;
		this.checking = checking;
		this.settings = settings;
	}

	/**
	 * All files of a cycle, with one query.
	 * @param cycle the cycle
	 * @return by their ids
	 */
	public Map<String, AttachedFile> of(CycleName cycle) {
		Map<String, AttachedFile> files = new HashMap<>();
		this.jdbc.sql("""
				select f.id as file, f.initiative, p.type, p.width, p.height, p.sha256 from update_file f
				left join update_file_print p on p.file = f.id where f.cycle = :cycle""")
			.param("cycle", cycle.value())
			.query((row) -> {
				files.put(row.getString("file"), new AttachedFile(row.getString("initiative"),
						(row.getString("type") != null) ? read(row) : null));
			});
		return files;
	}

	/**
	 * One, made if it has to be.
	 * @param key whose file it has to be
	 * @param file its id, as a text names it
	 * @return nothing for a document, for a file of another update or of none, and for a
	 * picture that cannot be decoded
	 */
	public Optional<PrintedPicture> find(UpdateKey key, String file) {
		return stored(key, file).filter((stored) -> stored.type().isPicture()).flatMap((stored) -> {
			if (!isMade(stored)) {
				UpdateFiles.keepPrint(this.jdbc, stored.id(), make(stored));
			}
			return this.jdbc.sql("""
					select f.initiative, p.file, p.type, p.width, p.height, p.sha256 from update_file_print p
					join update_file f on f.id = p.file where p.file = ? and p.type is not null""")
				.param(stored.id())
				.query((row, number) -> read(row))
				.optional();
		});
	}

	private Optional<StoredFile> stored(UpdateKey key, String file) {
		return file.matches("[0-9]{1,18}") ? this.files.find(key, Long.parseLong(file)) : Optional.empty();
	}

	/**
	 * The bytes of one: at most some hundred kilobytes.
	 * @param file the id of its file
	 * @return nothing when there is none, or no longer
	 */
	public Optional<byte[]> bytes(String file) {
		return this.jdbc.sql("select bytes from update_file_print where file = ? and type is not null")
			.param(Long.valueOf(file))
			.query(byte[].class)
			.optional();
	}

	private boolean isMade(StoredFile file) {
		return this.jdbc.sql("select exists (select from update_file_print where file = ?)")
			.param(file.id())
			.query(Boolean.class)
			.single();
	}

	private Optional<Print> make(StoredFile file) {
		try (Arrival place = Arrival.of(file.name(), this.settings.place())) {
			try (OutputStream out = Files.newOutputStream(place.arrived())) {
				this.files.writeTo(file, out);
			}
			return Optional.ofNullable(this.checking.check(file.name(), place.arrived(), place.clean()).print());
		}
		catch (NotTaken ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PrintedPicture read(ResultSet row) throws SQLException {
		return new PrintedPicture(row.getString("file"), row.getString("type"), row.getInt("width"),
				row.getInt("height"), row.getString("sha256"));
	}

}
