package org.asemeducation.stocktake.access;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeepableTextTest {

	private final ObjectMapper json = strict();

	@ParameterizedTest
	@ValueSource(strings = { "\"a\\u0000b\"", "{\"a\\u0000\": 1}", "[\"\\uD800\"]", "{\"a\": {\"b\": [\"\\uDC00x\"]}}",
			"\"\\uD83D\"" })
	void whatTheDatabaseCannotKeepIsNotRead(String text) {
		assertThatExceptionOfType(UnkeepableTextException.class).isThrownBy(() -> this.json.readTree(text))
			.satisfies((refused) -> assertThat(refused.problem())
				.endsWith("which cannot be kept: delete it and try again."));
	}

	@Property
	void everythingElseIsReadAsItIs(@ForAll String text) throws JsonProcessingException {
		String written = new ObjectMapper().writeValueAsString(text);
		boolean keepable = text.indexOf(0) < 0
				&& new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);

		if (keepable) {
			assertThat(this.json.readTree(written).asText()).isEqualTo(text);
		}
		else {
			assertThatExceptionOfType(UnkeepableTextException.class).isThrownBy(() -> this.json.readTree(written));
		}
	}

	@Test
	void whatIsMissingFromAListIsLeftOut() throws JsonProcessingException {
		assertThat(this.json.readValue("{\"lines\": [\"a\", null, \"b\"]}", Lines.class).lines()).containsExactly("a",
				"b");
	}

	@Test
	void depthHasAnEnd() throws JsonProcessingException {
		JsonNode shallow = this.json.readTree("[".repeat(99) + "]".repeat(99));

		assertThat(shallow.isArray()).isTrue();
		assertThatExceptionOfType(JsonProcessingException.class)
			.isThrownBy(() -> this.json.readTree("[".repeat(101) + "]".repeat(101)));
	}

	@Test
	void lengthHasAnEndThoughNobodySaidIt() {
		String list = "[%s1]".formatted("\"%s\",".formatted("x".repeat(1000)).repeat(5000));

		assertThatExceptionOfType(JsonProcessingException.class)
			.isThrownBy(() -> this.json.readTree(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))));
	}

	private static ObjectMapper strict() {
		Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json();
		new StrictJson().strictReading().customize(builder);
		return builder.build();
	}

	record Lines(List<String> lines) {
	}

}
