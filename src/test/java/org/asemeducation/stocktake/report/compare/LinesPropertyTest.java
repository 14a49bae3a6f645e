package org.asemeducation.stocktake.report.compare;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Line;
import org.asemeducation.stocktake.update.compare.Part;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever two texts say: without what was added their comparison spells the earlier one,
 * without what was removed the later one, line by line.
 */
class LinesPropertyTest {

	@Property(tries = 1000)
	void nothingIsLostAndNothingIsInvented(@ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
		List<Line> lines = Lines.of(before, after);

		assertThat(spelled(lines, Kind.ADDED, Part.Kind.ADDED)).isEqualTo(before);
		assertThat(spelled(lines, Kind.REMOVED, Part.Kind.STRUCK)).isEqualTo(after);
		assertThat(lines).filteredOn((it) -> it.kind() == Kind.CHANGED)
			.allMatch((it) -> it.parts().stream().anyMatch((part) -> part.kind() != Part.Kind.SAME));
	}

	@Provide
	Arbitrary<List<String>> texts() {
		Arbitrary<String> words = Arbitraries.of("one", "two", "three", "four", "five", "서울", "北京大学", "e\u0301", "–",
				"2024");
		return words.list().ofMinSize(1).ofMaxSize(8).map((it) -> String.join(" ", it)).list().ofMaxSize(30);
	}

	private static List<String> spelled(List<Line> lines, Kind without, Part.Kind left) {
		return lines.stream()
			.filter((it) -> it.kind() != without)
			.map((it) -> it.parts()
				.stream()
				.filter((part) -> part.kind() != left)
				.map(Part::text)
				.collect(Collectors.joining()))
			.toList();
	}

}
