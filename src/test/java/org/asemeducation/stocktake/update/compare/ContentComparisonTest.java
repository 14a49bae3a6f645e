package org.asemeducation.stocktake.update.compare;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.update.compare.FieldChange.Cell;
import org.asemeducation.stocktake.update.compare.FieldChange.Row;
import org.asemeducation.stocktake.update.compare.Part.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentComparisonTest {

	@Test
	void namesTheFieldsThatDifferInTheFormsOrder() {
		// when
		List<FieldChange> changes = compare("""
				{"continuation": "ongoing", "progress": "One course.", "highlights": "Same"}""", """
				{"continuation": "concluded", "progress": "Two courses.", "highlights": "Same"}""");
		// then
		assertThat(changes).extracting(FieldChange::field).containsExactly("progress", "continuation");
	}

	@Test
	void whatIsEmptyIsTheSameAsWhatIsAbsent() {
		// when, then
		assertThat(compare("{\"highlights\": \"\", \"events\": [{\"title\": \"\"}]}", "{}")).isEmpty();
	}

	@Test
	void aRowThatWasPutInLeavesTheOthersTheSame() {
		// when
		List<FieldChange> changes = compare("""
				{"events": [{"title": "Riga"}, {"title": "Hanoi"}]}""", """
				{"events": [{"title": "Riga"}, {"title": "Malta"}, {"title": "Hanoi"}]}""");
		// then
		assertThat(changes).singleElement()
			.extracting(FieldChange::rows)
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Row.class))
			.extracting(Row::kind)
			.containsExactly(FieldChange.Kind.SAME, FieldChange.Kind.ADDED, FieldChange.Kind.SAME);
	}

	@Test
	void aRowWithOtherWordsIsChangedCellByCell() {
		// when
		List<FieldChange> changes = compare("""
				{"plans": [{"activity": "A course", "when": "some day"}, {"activity": "A book"}]}""", """
				{"plans": [{"activity": "A course", "when": "2028"}]}""");
		// then
		assertThat(changes).singleElement()
			.satisfies(
					(change) -> assertThat(change.rows()).containsExactly(
							new Row(FieldChange.Kind.CHANGED,
									List.of(new Cell("activity", List.of(new Part(Kind.SAME, "A course"))),
											new Cell("when",
													List.of(new Part(Kind.STRUCK, "some day"),
															new Part(Kind.ADDED, "2028"))))),
							new Row(FieldChange.Kind.STRUCK,
									List.of(new Cell("activity", List.of(new Part(Kind.STRUCK, "A book")))))));
	}

	private static List<FieldChange> compare(String earlier, String later) {
		return ContentComparison.of(read(earlier), read(later));
	}

	private static ObjectNode read(String json) {
		try {
			return (ObjectNode) JsonMapper.builder().build().readTree(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
