package org.asemeducation.stocktake.update;

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

	ObjectNode read(String text) {
		try {
			return (ObjectNode) this.mapper.readTree(text);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A saved form cannot be read.", ex);
		}
	}

}
