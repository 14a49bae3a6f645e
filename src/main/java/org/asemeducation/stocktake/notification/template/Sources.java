package org.asemeducation.stocktake.notification.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the words of a template come from: the version saved last, or the file that
 * Stocktake ships.
 */
@Component
class Sources {

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	Sources(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What was saved last in a language; none when nothing was, or that was taken back.
	 */
	Optional<String> saved(TemplateName name, String language) {
		return versions(name, language).stream().findFirst().map(Version::source).filter((source) -> !source.isEmpty());
	}

	/** The file in a language. */
	static Optional<String> bundled(TemplateName name, String language) {
		ClassPathResource file = new ClassPathResource("templates/letter/%s.%s.txt".formatted(name.word(), language));
		try {
			return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every version, the last one first. */
	List<Version> versions(TemplateName name, String language) {
		return this.jdbc.sql("""
				select version, coalesce(source, '') as source, saved_at, saved_by from mail_template
				where name = :name and language = :language order by version desc""")
			.param("name", name.word())
			.param("language", language)
			.query((row, number) -> new Version(row.getInt("version"), row.getString("source"),
					row.getTimestamp("saved_at").toInstant(), row.getString("saved_by")))
			.list();
	}

	/** The languages in which something was saved, for all templates. */
	List<String> languages() {
		return this.jdbc.sql("select distinct language from mail_template order by language")
			.query(String.class)
			.list();
	}

	/**
	 * Saves the next version.
	 * @param seen the version that the person has changed, 0 for the file
	 * @param source the words; {@code null} for those that Stocktake ships
	 * @return false when somebody else has saved one meanwhile
	 */
	@Transactional
	public boolean save(TemplateName name, String language, int seen, @Nullable String source, String by) {
		boolean saved = this.jdbc.sql("""
				insert into mail_template (name, language, version, source, saved_at, saved_by)
				select :name, :language, :seen + 1, :source, :now, :by
				where :seen = coalesce((select max(version) from mail_template
				    where name = :name and language = :language), 0)
				on conflict do nothing""")
			.param("name", name.word())
			.param("language", language)
			.param("seen", seen)
			.param("source", source)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
		if (saved) {
			this.audit.record(by, "save template", "%s/%s".formatted(name.word(), language), "version " + seen,
					"version %d%s".formatted(seen + 1, (source != null) ? "" : ", as it is shipped"));
		}
		return saved;
	}

	/**
	 * A version.
	 *
	 * @param source empty when it goes back to the file
	 */
	record Version(int number, String source, Instant savedAt, String savedBy) {

		private static final DateTimeFormatter TIME = DateTimeFormatter
			.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
			.withZone(ZoneOffset.UTC);

		public String when() {
			return TIME.format(this.savedAt);
		}

	}

}
