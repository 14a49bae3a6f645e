package org.asemeducation.stocktake.access.doors;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * JSON of any shape, and of the shape of our forms with anything in their fields.
 */
final class Shapes {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	/** Fields of all our forms. */
	static final List<String> FIELDS = List.of("version", "content", "progress", "events", "answers", "plans",
			"commitments", "milestones", "objectives", "common", "earlier", "partners", "highlights", "links", "media",
			"completion", "name", "title", "zone", "meetings", "request", "deadline", "freeze", "reviews", "comments",
			"papers", "questions", "reminders", "kind", "planned", "place", "format", "host", "outcome", "heldOn",
			"reason", "decisions", "partners", "stakeholders", "persons", "initiative", "activity", "period", "output",
			"result", "contribution", "askedBy", "adopted", "on", "asked", "accepted", "revision", "remarks", "text",
			"about", "comment", "decision", "leaveOut", "leftOut", "at", "mail", "partyId", "acronym", "state", "1",
			"__proto__", "$ref", "@class", "choice", "subject", "answer", "because", "into", "party", "done",
			"opensAll", "seen", "field", "agreed", "sentence", "meeting", "minutes", "purpose", "place", "paragraph",
			"wording", "opens", "closes");

	private static final JsonMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private static final int DEEPEST = 3;

	private Shapes() {
	}

	static Arbitrary<JsonNode> any() {
		return any(DEEPEST);
	}

	/**
	 * In ASCII, so that half of a character arrives as it is.
	 */
	static String written(JsonNode json) {
		try {
			return ASCII.writeValueAsString(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Arbitrary<JsonNode> any(int depth) {
		return (depth == 0) ? value() : Arbitraries.frequencyOf(Tuple.of(5, value()), Tuple.of(1, list(depth - 1)),
				Tuple.of(1, object(Arbitraries.of(FIELDS), depth - 1)));
	}

	static Arbitrary<JsonNode> object() {
		return object(Arbitraries.of(FIELDS));
	}

	static Arbitrary<JsonNode> object(Arbitrary<String> names) {
		return object(names, DEEPEST);
	}

	private static Arbitrary<JsonNode> object(Arbitrary<String> names, int depth) {
		return Combinators.combine(names, any(depth)).as(Map::entry).list().ofMaxSize(6).map((fields) -> {
			ObjectNode object = JSON.objectNode();
			fields.forEach((field) -> object.set(field.getKey(), field.getValue()));
			return object;
		});
	}

	private static Arbitrary<JsonNode> list(int depth) {
		return any(depth).list().ofMaxSize(4).map((parts) -> JSON.arrayNode().addAll(parts));
	}

	private static Arbitrary<JsonNode> value() {
		return Arbitraries.oneOf(Hostile.texts().map(JSON::textNode), Arbitraries.integers().map(JSON::numberNode),
				Arbitraries.longs().map(JSON::numberNode), Arbitraries.doubles().map(JSON::numberNode),
				Arbitraries.bigIntegers().map((it) -> JSON.numberNode(it)),
				Arbitraries.of(true, false).map(JSON::booleanNode), Arbitraries.just(JSON.nullNode()),
				Arbitraries
					.of("2026-02-30", "2031-01-01", "-999999999-01-01", "+999999999-12-31", "Europe/Rome", "held",
							"postponed", "dropped", "ISOM", "SOM2", "A01-I02", "ETF")
					.map(JSON::textNode));
	}

}
