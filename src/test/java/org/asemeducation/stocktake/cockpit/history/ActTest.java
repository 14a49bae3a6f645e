package org.asemeducation.stocktake.cockpit.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActTest {

	/** What is recorded about an update, whatever stands between. */
	private static final Pattern RECORDED = Pattern.compile(
			"(?:audit|audits?)\\.record(?:Reading)?\\([^\"]*?\"([a-z' ]+)\",\\s*(?:\\w+\\.)*key(?:\\(\\))?\\.toString\\(\\)");

	@Test
	void everyActAboutAnUpdateHasItsWords() throws IOException {
		Set<String> recorded = new TreeSet<>();
		for (String stage : List.of("update", "review")) {
			try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/asemeducation/stocktake", stage))) {
				for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
					Matcher found = RECORDED.matcher(Files.readString(file));
					while (found.find()) {
						recorded.add(found.group(1));
					}
				}
			}
		}

		assertThat(recorded).contains("submit update", "attach file", "write message", "answer remark")
			.hasSizeGreaterThan(25);
		recorded.addAll(List.of("hand over", "arrange hand-over", "remind now")); // named
																					// elsewhere
		assertThat(recorded).allSatisfy((act) -> assertThat(Act.isKnown(act)).as(act).isTrue());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "submit update | - | revision 2 | Submitted version 2 | -",
			"submit update | - | revision 2: concluded | Submitted version 2: concluded | -",
			"return update | revision 1 | [progress, plans] | Returned version 1 | Remarks on progress, plans",
			"accept update | revision 3 | - | Accepted version 3 | -",
			"hand over | Jo Lee <jo@a.example> | Mia Ong <mia@a.example> (ASEF): moves | Handed it over | Jo Lee <jo@a.example> → Mia Ong <mia@a.example> (ASEF): moves",
			"end help | Jo <b> > a | - | Ended somebody's help | Jo <b> > a",
			"refuse wording | progress | not ours | Refused the proposed words | progress: not ours",
			"refuse wording | progress | - | Refused the proposed words | progress",
			"polish stones | rough | smooth | Polish stones | rough → smooth",
			"polish stones | - | - | Polish stones | -" })
	void anActIsToldAsAPersonWouldSayIt(String act, String before, String after, String words, String detail) {
		Act.Told told = Act.tell(act, before, after);

		assertThat(told.words()).isEqualTo(words);
		assertThat(told.detail()).isEqualTo(detail);
	}

	@Test
	void nobodyReadsAChecksum() {
		assertThat(Act.tell("attach file", null, "budget.pdf (" + "0a".repeat(32) + ")").detail())
			.isEqualTo("budget.pdf");
	}

}
