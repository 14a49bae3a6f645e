package org.asemeducation.stocktake.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Reads what our own tables hold of a form.
 */
@Component
class ContentJson {

	private final ObjectMapper mapper;

	ContentJson(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * A row with {@code version}, {@code content}, {@code saved_at}, {@code saved_by}.
	 */
	Draft draft(ResultSet row) throws SQLException {
		return new Draft(row.getLong("version"), read(row.getString("content")),
				row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getString("saved_by"));
	}

	ObjectNode read(String text) {
		try {
			return (ObjectNode) this.mapper.readTree(text);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A saved form cannot be read.", ex);
		}
	}

}
