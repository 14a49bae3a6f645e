package org.asemeducation.stocktake.update;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which words are gone, and which of these may be missed.
 */
class PassagesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			We met                         | We met in Rome.                     | typing on
			We me                          | We met in Rome.                     | typing on within a word
			We met.                        | We met, and went home.              | another stop
			Rome was the host of it        | This year Rome was the host of it   | before it
			We met in Rome and went home   | We met in Rome twice and went home  | between
			First this was. Then that was. | Then that was. First this was.      | the other way round
			WE MET IN ROME                 | We met in Rome                      | smaller letters""")
	void whatIsWrittenOnOrMovedIsNotGone(String before, String after, String what) {
		assertThat(gone(progress(before), progress(after))).as(what).isEqualTo(Passages.Gone.NOTHING);
	}

	@Test
	void aWordThatIsMendedIsNoPassage() {
		// when
		Passages.Gone gone = gone(progress("In Rome all minsters of education met"),
				progress("In Rome all ministers of education met"));
		// then
		assertThat(gone.isSomething()).isTrue();
		assertThat(gone.isPassage()).isFalse();
		assertThat(gone.letters()).isEqualTo("minsters".length());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			First version                           | Other version                           | half of a text
			We met twice in Rome and once in Riga.  | None of this did ever come about again. | all of it
			abcdefghijklmnopqrst                    | tsrqponmlkjihgfedcba                    | a single word""")
	void aTextInPlaceOfAnotherIsAPassage(String before, String after, String what) {
		assertThat(gone(progress(before), progress(after)).isPassage()).as(what).isTrue();
	}

	@Test
	void aSentenceOutOfALongTextIsAPassage() {
		// given
		String text = "It is one of many sentences. ".repeat(20);
		// then
		assertThat(gone(progress(text + "Only this one says that the harbour is closed."), progress(text)).isPassage())
			.isTrue();
	}

	@Test
	void aRowOfAListIsAPassageAndPuttingItInOrderIsNot() {
		// given
		ObjectNode three = read("{'partners': ['University of Malta', 'University of Rome', 'University of Riga']}");
		// then
		assertThat(gone(three, read("{'partners': ['University of Malta', 'University of Riga']}")).isPassage())
			.isTrue();
		assertThat(
				gone(three, read("{'partners': ['University of Riga', 'University of Rome', 'University of Malta']}")))
			.isEqualTo(Passages.Gone.NOTHING);
	}

	@Test
	void whatIsPutIntoAnotherFieldIsNotGone() {
		assertThat(gone(read("{'progress': 'We met in Rome', 'highlights': 'Few'}"),
				read("{'highlights': 'Few. We met in Rome'}")))
			.isEqualTo(Passages.Gone.NOTHING);
	}

	@Test
	void whereAFieldSaysMoreAllStands() {
		assertThat(Passages.allStand(read("{'progress': 'We met', 'highlights': 'Few'}"),
				read("{'progress': 'We met in Rome', 'highlights': 'Few'}")))
			.isTrue();
		assertThat(
				Passages.allStand(read("{'progress': 'We met', 'highlights': 'Few'}"), read("{'progress': 'We met'}")))
			.isFalse();
		assertThat(Passages.allStand(read("{'progress': 'We met'}"), read("{'progress': 'Nobody came'}"))).isFalse();
	}

	@Test
	void whatAnotherStateSaysIsNotGone() {
		// given
		Passages before = Passages.of(progress("We met in Rome"));
		// then
		assertThat(before.gone(List.of(Passages.of(progress("")), Passages.of(progress("We met in Rome twice")))))
			.isEqualTo(Passages.Gone.NOTHING);
	}

	private static Passages.Gone gone(ObjectNode before, ObjectNode after) {
		return Passages.of(before).gone(List.of(Passages.of(after)));
	}

	private static ObjectNode progress(String text) {
		return new ObjectMapper().createObjectNode().put("progress", text);
	}

	private static ObjectNode read(String json) {
		try {
			return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
