package org.asemeducation.stocktake.report.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is being written at the forms about a draft: a commenter's comments, the
 * secretariat's decisions.
 */
@Component
public class FormDrafts {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ObjectMapper json;

	FormDrafts(JdbcClient jdbc, Clock clock, ObjectMapper json) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * The draft of a form.
	 * @param <T> the form
	 * @param cycle the cycle
	 * @param form which one
	 * @param empty what stands in a form that nobody has written in
	 * @return as last saved
	 */
	public <T> FormDraft<T> of(CycleName cycle, String form, T empty) {
		return found("form = :form", cycle, form, empty).stream()
			.findFirst()
			.orElseGet(() -> new FormDraft<>(0, empty, null, null));
	}

	/**
	 * The drafts of several people at the same form.
	 * @param <T> the form
	 * @param cycle the cycle
	 * @param beginning of what their forms are called
	 * @param empty what stands in a form that nobody has written in
	 * @return by person
	 */
	public <T> List<FormDraft<T>> all(CycleName cycle, String beginning, T empty) {
		return found("starts_with(form, :form)", cycle, beginning, empty);
	}

	/**
	 * Saves over the version the writer has seen. The caller holds the cycle's lock.
	 * @param cycle the cycle
	 * @param form which one
	 * @param seen the version that was written on; 0 when there was none
	 * @param content the form's fields
	 * @param by the user id
	 * @return whether it was saved; false when it has been saved elsewhere meanwhile
	 */
	public boolean save(CycleName cycle, String form, long seen, Object content, String by) {
		return this.jdbc.sql("""
				insert into report_form (cycle, form, version, content, saved_at, saved_by)
				select :cycle, :form, :seen + 1, cast(:content as jsonb), :at, :by
				where :seen = 0 or exists (select 1 from report_form where cycle = :cycle and form = :form)
				on conflict (cycle, form) do update
				set version = report_form.version + 1, content = excluded.content, saved_at = excluded.saved_at,
				    saved_by = excluded.saved_by
				where report_form.version = :seen""")
			.param("cycle", cycle.value())
			.param("form", form)
			.param("seen", seen)
			.param("content", written(content))
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

	@SuppressWarnings("unchecked")
	private <T> List<FormDraft<T>> found(String which, CycleName cycle, String form, T empty) {
		return this.jdbc.sql("select * from report_form where cycle = :cycle and %s order by form".formatted(which))
			.param("cycle", cycle.value())
			.param("form", form)
			.query((row, number) -> read(row, (Class<T>) empty.getClass()))
			.list();
	}

	private <T> FormDraft<T> read(ResultSet row, Class<T> type) throws SQLException {
		try {
			return new FormDraft<>(row.getLong("version"), this.json.readValue(row.getString("content"), type),
					row.getTimestamp("saved_at").toInstant(), row.getString("saved_by"));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A saved form cannot be read.", ex);
		}
	}

	private String written(Object content) {
		try {
			return this.json.writeValueAsString(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A form cannot be saved.", ex);
		}
	}

}
