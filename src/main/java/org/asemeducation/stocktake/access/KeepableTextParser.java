package org.asemeducation.stocktake.access;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;

/**
 * Stops at the first name or text that the database could not keep.
 */
class KeepableTextParser extends JsonParserDelegate {

	KeepableTextParser(JsonParser parser) {
		super(parser);
	}

	@Override
	public JsonToken nextToken() throws IOException {
		return checked(super.nextToken());
	}

	@Override
	public JsonToken nextValue() throws IOException {
		return checked(super.nextValue());
	}

	private JsonToken checked(JsonToken token) throws IOException {
		if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
			String problem = KeepableText.problem(getText());
			if (problem != null) {
				throw new UnkeepableTextException(this, problem);
			}
		}
		return token;
	}

}
