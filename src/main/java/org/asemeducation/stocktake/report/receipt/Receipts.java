package org.asemeducation.stocktake.report.receipt;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a receipt says.
 */
@Component
class Receipts {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	private final Register register;

	private final Entries entries;

	private final PublicUrl publicUrl;

	Receipts(JdbcClient jdbc, Register register, Entries entries, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.register = register;
		this.entries = entries;
		this.publicUrl = publicUrl;
	}

	/**
	 * The receipt of one version.
	 * @param key which update
	 * @param number the number of the version
	 * @return nothing when there is no such version
	 */
	@Transactional(readOnly = true)
	Optional<Receipt> of(UpdateKey key, int number) {
		return about("""
				select y.title as cycle_title, y.zone, i.title, i.action, i.action_title, i.coordinators,
				    r.submitted_at, r.submitted_by, r.late, r.content
				from revision r join cycle y on y.name = r.cycle
				join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
				where r.cycle = :cycle and r.initiative = :initiative and r.number = :number""", key)
			.param("number", number)
			.query((row, at) -> new Receipt(key.cycle().value(), row.getString("cycle_title"),
					ZoneId.of(row.getString("zone")), key.initiative().value(), row.getString("title"),
					"%d: %s".formatted(row.getInt("action"), row.getString("action_title")),
					row.getString("coordinators"), number,
					row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
					this.entries.said(key, number, this.register.nameOf(row.getString("submitted_by"))),
					row.getBoolean("late"), tree(row.getString("content")),
					this.publicUrl.to("/i/%s/%s/receipts/%d.json".formatted(key.cycle(), key.initiative(), number)),
					questions(key), commitments(key), files(key)))
			.optional();
	}

	private Map<String, String> questions(UpdateKey key) {
		return texts(this.jdbc.sql("select position, text from cycle_question where cycle = :cycle")
			.param("cycle", key.cycle().value()));
	}

	private Map<String, String> commitments(UpdateKey key) {
		return texts(
				about("select position, text from commitment where cycle = :cycle and initiative = :initiative", key));
	}

	private static Map<String, String> texts(JdbcClient.StatementSpec statement) {
		Map<String, String> texts = new HashMap<>();
		statement.query((row) -> {
			texts.put(row.getString(1), row.getString(2));
		});
		return texts;
	}

	private Map<String, Receipt.AttachedFile> files(UpdateKey key) {
		Map<String, Receipt.AttachedFile> files = new HashMap<>();
		about("select id, name, length, sha256 from update_file where cycle = :cycle and initiative = :initiative", key)
			.query((row) -> {
				files.put(row.getString("id"), new Receipt.AttachedFile(row.getString("name"), row.getLong("length"),
						row.getString("sha256")));
			});
		return files;
	}

	private JdbcClient.StatementSpec about(String sql, UpdateKey key) {
		return this.jdbc.sql(sql).param("cycle", key.cycle().value()).param("initiative", key.initiative().value());
	}

	private static JsonNode tree(String content) {
		try {
			return JSON.readTree(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A submitted text cannot be read.", ex);
		}
	}

}
