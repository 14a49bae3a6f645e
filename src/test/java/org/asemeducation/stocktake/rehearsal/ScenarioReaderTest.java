package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.rehearsal.Scenario.Draft;
import org.asemeducation.stocktake.rehearsal.Scenario.Review;
import org.asemeducation.stocktake.rehearsal.Scenario.Submit;
import org.asemeducation.stocktake.update.people.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScenarioReaderTest {

	private static final String SCENARIO = """
			cycle:
			  name: ASEMME9
			  title: From Bangkok to Malta
			  zone: Europe/Rome
			  opens: 2022-09-01
			  meetings:
			    - {kind: SOM2, planned: 2024-01-24, place: Floriana, host: Malta}
			  request: 2023-06-05
			  deadline: 2023-09-15
			  freeze: 2023-12-01
			  reminders: [-28, 3]
			  questions: ["What changed?"]
			secretariat: {email: aes@example.org, zone: Europe/Rome}
			reviewers: [{email: reviewers@example.org}]
			contacts:
			  - {party: ASEF, name: Desk, email: desk@asef.example, zone: Asia/Singapore}
			events:
			  - {date: 2023-07-03, initiative: A01-I02, submit: {progress: "Done."}}
			  - {date: 2023-07-10, initiative: A01-I02, review: returned, remarks: {highlights: "Which years?"}}
			""";

	private static final String NEXT = """
			cycle:
			  name: ASEMME10
			  title: The next one
			  zone: Europe/Rome
			  opens: 2024-09-02
			  request: 2025-06-05
			  deadline: 2025-09-15
			  freeze: 2025-12-01
			events:
			  - {date: 2025-07-03, initiative: A01-I02, draft: {highlights: "Begun."}}
			""";

	@TempDir
	private Path folder;

	@Test
	void scenarioIsReadAsItIsWritten() throws IOException {
		// when
		Scenario scenario = read(SCENARIO);

		// then
		assertThat(scenario.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
		assertThat(scenario.cycle().fourMeetings().get(MeetingKind.SOM2).planned()).isEqualTo("2024-01-24");
		assertThat(scenario.cycle().asked()).containsExactly("What changed?");
		assertThat(scenario.contacts()).singleElement()
			.isEqualTo(new Scenario.Desk("ASEF", "Desk", "desk@asef.example", ZoneId.of("Asia/Singapore")));
		assertThat(scenario.events()).element(0)
			.isInstanceOfSatisfying(Submit.class,
					(submit) -> assertThat(submit.content().path("progress").asText()).isEqualTo("Done."));
		assertThat(scenario.events()).element(1)
			.isEqualTo(new Review(2, LocalDate.of(2023, 7, 10), "A01-I02", false, Map.of("highlights", "Which years?"),
					true, null));
	}

	@Test
	void aReturnMayOpenOnlyWhatHasARemarkAndTakeAlongWhatOthersNoted() throws IOException {
		// when
		Scenario scenario = read(SCENARIO
				+ "  - {date: 2023-07-11, initiative: A01-I02, review: noted, remarks: {plans: When}, by: b@example.org}\n"
				+ "  - {date: 2023-07-12, initiative: A01-I02, review: returned, remarks: {plans: Why}, opens: remarked}\n"
				+ "  - {date: 2023-07-13, initiative: A01-I02, submit: {highlights: In 2022.}, notDone: {plans: Later.}}\n");

		// then
		assertThat(scenario.events()).element(2)
			.isEqualTo(new Scenario.Noted(3, LocalDate.of(2023, 7, 11), "A01-I02", Map.of("plans", "When"),
					"b@example.org"));
		assertThat(scenario.events()).element(3)
			.isEqualTo(new Review(4, LocalDate.of(2023, 7, 12), "A01-I02", false, Map.of("plans", "Why"), false, null));
		assertThat(scenario.events()).element(4)
			.isInstanceOfSatisfying(Submit.class,
					(submit) -> assertThat(submit.notDone()).containsExactly(Map.entry("plans", "Later.")));
		assertThatExceptionOfType(BadScenario.class).isThrownBy(
				() -> read(SCENARIO + "  - {date: 2023-07-12, initiative: A01-I02, review: returned, opens: none}\n"))
			.withMessageContaining("use all or remarked");
	}

	@Test
	void ministersAdoptTheWorkPlanUnlessTheScenarioSaysWhyNot() throws IOException {
		assertThat(read(SCENARIO).notAdopted()).isNull();
		assertThat(read(SCENARIO + "notAdopted: Ministers ran out of time.\n").notAdopted())
			.isEqualTo("Ministers ran out of time.");
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> read(SCENARIO + "notAdopted: ''\n"))
			.withMessageContaining("notAdopted: is empty");
	}

	@Test
	void datesThatFollowAreNeverBeforeTheFreeze() throws IOException {
		// when 56 days before SOM2 would be 29 November
		Scenario scenario = read(SCENARIO);

		// then
		assertThat(scenario.cycle().reviews()).isEqualTo("2023-12-01");
		assertThat(scenario.cycle().papers()).isEqualTo("2024-01-10");
	}

	@Test
	void whatTheFileLeavesOutHangsOnSom2() throws IOException {
		assertThat(read(SCENARIO).hanging()).containsExactlyInAnyOrder(DeadlineKind.REVIEWS, DeadlineKind.COMMENTS,
				DeadlineKind.PAPERS);
		assertThat(read(SCENARIO.replace("  reminders:", "  papers: 2024-01-10\n  reminders:")).hanging())
			.containsExactlyInAnyOrder(DeadlineKind.REVIEWS, DeadlineKind.COMMENTS);
	}

	@Test
	void whatBecomesOfAMailboxIsRead() throws IOException {
		// when
		Scenario scenario = read(SCENARIO + """
				  - {date: 2023-06-04, refuses: desk@asef.example}
				  - {date: 2023-06-20, mend: desk@asef.example, to: new@asef.example}
				""");

		// then
		assertThat(scenario.events().subList(2, 4)).containsExactly(
				new Scenario.Refuses(3, LocalDate.of(2023, 6, 4), "desk@asef.example"),
				new Scenario.Mend(4, LocalDate.of(2023, 6, 20), "desk@asef.example", "new@asef.example"));
		for (String event : List.of("refuses: asef", "mend: desk@asef.example", "mend: desk@asef.example, to: asef")) {
			assertThatExceptionOfType(BadScenario.class)
				.isThrownBy(() -> read(SCENARIO + "  - {date: 2023-06-04, " + event + "}\n"));
		}
	}

	@Test
	void aMeetingThatIsHybridIsRead() throws IOException {
		// when
		Scenario scenario = read(SCENARIO.replaceFirst("kind: (\\w+),", "kind: $1, hybrid: true,")
				+ "  - {date: 2023-08-04, hybrid: SOM1}\n");

		// then
		assertThat(scenario.events().get(2))
			.isEqualTo(new Scenario.HeldAs(3, LocalDate.of(2023, 8, 4), MeetingKind.SOM1, MeetingFormat.HYBRID));
		assertThat(scenario.cycle().meetings().get(0).format()).isEqualTo(MeetingFormat.HYBRID);
		assertThatExceptionOfType(BadScenario.class)
			.isThrownBy(() -> read(SCENARIO.replaceFirst("kind: (\\w+),", "kind: $1, hybrid: true, virtual: true,")))
			.withMessageContaining("a meeting is hybrid or virtual, not both");
	}

	@Test
	void whatBecomesOfDatesAndMeetingsIsRead() throws IOException {
		// when
		Scenario scenario = read(SCENARIO + """
				  - {date: 2023-08-01, move: SOM2, to: 2024-03-11, reason: "The host asked for it"}
				  - {date: 2023-08-02, move: freeze, to: 2023-12-08, reason: "Many asked"}
				  - {date: 2023-08-03, drop: ISOM, reason: "No host"}
				  - {date: 2023-08-04, virtual: SOM1}
				  - {date: 2023-08-05, extend: A05-I03, to: 2023-10-01, reason: "Few people"}
				  - {date: 2023-08-06, extend: A05-I03, to: 2023-12-05, reason: "Fewer", pastFreeze: true}
				  - {date: 2023-08-17, down: 2023-08-17T07:00/2023-08-19T12:00}
				  - {date: 2023-08-20, initiative: A05-I03, answer: merged, into: A01-I02, because: "One programme"}
				  - {date: 2023-08-21, initiative: A05-I03, handOver: ETF}
				""");

		// then
		assertThat(scenario.events().subList(2, 11)).containsExactly(
				new Scenario.Move(3, LocalDate.of(2023, 8, 1), new DateName("SOM2"), LocalDate.of(2024, 3, 11),
						"The host asked for it"),
				new Scenario.Move(4, LocalDate.of(2023, 8, 2), new DateName("freeze"), LocalDate.of(2023, 12, 8),
						"Many asked"),
				new Scenario.Drop(5, LocalDate.of(2023, 8, 3), MeetingKind.ISOM, "No host"),
				new Scenario.HeldAs(6, LocalDate.of(2023, 8, 4), MeetingKind.SOM1, MeetingFormat.VIRTUAL),
				new Scenario.Extend(7, LocalDate.of(2023, 8, 5), "A05-I03", LocalDate.of(2023, 10, 1), "Few people",
						false),
				new Scenario.Extend(8, LocalDate.of(2023, 8, 6), "A05-I03", LocalDate.of(2023, 12, 5), "Fewer", true),
				new Scenario.Down(9, LocalDate.of(2023, 8, 17), LocalDateTime.of(2023, 8, 17, 7, 0),
						LocalDateTime.of(2023, 8, 19, 12, 0)),
				new Scenario.Answered(10, LocalDate.of(2023, 8, 20), "A05-I03",
						new Answer("merged", "A01-I02", "One programme")),
				new Scenario.HandsOver(11, LocalDate.of(2023, 8, 21), "A05-I03", "ETF"));
		assertThat(scenario.downs()).singleElement()
			.satisfies((down) -> assertThat(down.outage(scenario.zone()))
				.isEqualTo(new Outage(Instant.parse("2023-08-17T05:00:00Z"), Instant.parse("2023-08-19T10:00:00Z"))));
	}

	@Test
	void aTimeInWhichNothingRunsMayTouchWhatHappens() throws IOException {
		assertThat(read(SCENARIO + """
				  - {date: 2023-07-03, down: 2023-07-03T12:01/2023-07-10T12:00}
				""").downs()).hasSize(1);
	}

	@Test
	void aTimeInWhichNothingRunsHoldsForEveryCycleOfTheFile() {
		// given the first cycle is down while somebody writes in the second
		String down = "  - {date: 2025-07-03, down: 2025-07-03T07:00/2025-07-04T07:00}\n";

		// then
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> documents(SCENARIO + down + "---\n" + NEXT))
			.withMessageStartingWith(
					"scenario.yaml, document 2: event 1 (2025-07-03, A01-I02): it would happen at 12:00, when nothing runs (event 3 of ASEMME9 is down from");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{date: 2023-08-01, move: SOM3, to: 2024-03-11, reason: x}   | event 3, move: "SOM3" is not a date of a cycle: use one of ISOM, SOM1, SOM2, ASEMME, request,
					{date: 2023-08-01, move: SOM2, reason: x}                   | event 3, to: is missing
					{date: 2023-08-01, move: SOM2, to: 2024-03-11}              | event 3, reason: is missing
					{date: 2023-08-01, drop: ISOM}                              | event 3, reason: is missing
					{date: 2023-08-01, drop: freeze, reason: x}                 | event 3, drop: "freeze" is not known
					{date: 2023-08-01, virtual: SOM1, to: 2024-03-11}           | event 3: "to" is not known here; use date, virtual
					{date: 2023-08-01, virtual: SOM1, drop: SOM1, reason: x}    | event 3: give one of draft, submit, answer, handOver, review, move, drop, hybrid, virtual, extend, refuses, mend, down
					{date: 2023-08-01, extend: no id!, to: 2023-10-01, reason: x} | event 3, extend:
					{date: 2023-08-01, extend: A05-I03, reason: x}              | event 3, to: is missing
					{date: 2023-08-01, extend: A05-I03, to: 2023-10-01}         | event 3, reason: is missing
					{date: 2023-08-01, extend: A05-I03, to: 2023-10-01, reason: x, pastFreeze: perhaps} | event 3, pastFreeze: "perhaps" is neither true nor false
					{date: 2023-08-01, down: 2023-08-01}                        | event 3, down: "2023-08-01" is not a span of time; write it as
					{date: 2023-08-01, down: 2023-08-01T07:00/2023-08-01T07:00} | event 3, down: it has to end after it begins
					{date: 2023-08-01, down: 2023-08-02T07:00/2023-08-03T07:00} | event 3, down: it begins on 2023-08-02, so that is its date
					{date: 2023-07-10, down: 2023-07-10T11:59/2023-07-10T12:01} | event 2 (2023-07-10, A01-I02): it would happen at 12:00, when nothing runs (event 3 of ASEMME9 is down from
					{date: 2022-08-31, down: 2022-08-31T07:00/2022-09-01T12:01} | cycle, opens: it would happen at 12:00, when nothing runs
					{date: 2023-08-01, initiative: A01-I02, answer: perhaps, because: x} | event 3, answer: "perhaps" is not an answer; use nothing-to-report, concluded, merged, not-ours
					{date: 2023-08-01, initiative: A01-I02, answer: concluded}   | event 3, because: is missing
					{date: 2023-08-01, initiative: A01-I02, answer: merged, because: x} | event 3: say into which initiative it was merged
					{date: 2023-08-01, initiative: A01-I02, answer: concluded, into: A01-I01, because: x} | event 3: only what was merged goes into another
					{date: 2023-08-01, initiative: A01-I02, submit: {answer: concluded}} | event 3, submit, answer: it is given in place of an update
					{date: 2023-08-01, initiative: A01-I02, handOver: ETF, because: x} | event 3: "because" is not known here
					{date: 2023-08-01, handOver: ETF}                           | event 3, initiative: is missing
					{date: 2023-08-01, initiative: A01-I02, move: SOM2, to: 2024-03-11, reason: x} | event 3: "initiative" is not known here
					""")
	void anEventThatMakesNoSenseIsRefusedWithItsPlace(String event, String reason) {
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> read(SCENARIO + "  - " + event + "\n"))
			.withMessageStartingWith("scenario.yaml: " + reason);
	}

	@Test
	void exampleScenarioAnswersAllInitiatives() {
		// when
		Scenario scenario = ScenarioReader.read(Path.of("src/main/resources/rehearsal/asemme9.yaml")).get(0);

		// then
		assertThat(scenario.events().stream().filter(Submit.class::isInstance).map(Scenario.Event::about).distinct())
			.hasSize(52);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							freeze: 2023-12-01       | freeze: 2023-13-01      | cycle, freeze: "2023-13-01" is not a date
							freeze: 2023-12-01       | freeze: 2023-08-01      | cycle, freeze: Put the freeze (2023-08-01) on or after
							zone: Europe/Rome        | zone: Europe/Roma       | cycle, zone: "Europe/Roma" is not a time zone
							opens: 2022-09-01        | opened: 2022-09-01      | cycle: "opened" is not known here
							kind: SOM2               | kind: SOM3              | meeting 1, kind: "SOM3" is not known
							[-28, 3]                 | [-28, soon]             | rung 2: give a number of days
							initiative: A01-I02, s   | initiative: "?", s      | event 1, initiative: "?" is not an initiative's id
							submit: {progress: "Done."} | submit: {progres: "Done."} | event 1, submit, progres: The form has no field of this name
							submit: {progress: "Done."} | submit: {completion: perhaps} | event 1, submit, completion: Choose one of
							review: returned         | review: rejected        | event 2, review: "rejected" is not a verdict
							email: desk@asef.example, | email: desk at asef, | contact 1, email: "desk at asef" is not an e-mail address
					email: desk@asef.example, | xmail: desk@asef.example, | contact 1: "xmail" is not known here
							""")
	void brokenScenarioIsRefusedWithItsPlace(String sound, String broken, String reason) {
		assertThat(SCENARIO).contains(sound.strip());

		assertThatExceptionOfType(BadScenario.class)
			.isThrownBy(() -> read(SCENARIO.replace(sound.strip(), broken.strip())))
			.withMessageStartingWith("scenario.yaml: ")
			.withMessageContaining(reason.strip())
			.satisfies((refusal) -> assertThat(refusal.getMessage()).doesNotContain("\n"));
	}

	@Test
	void laterDocumentsAreCyclesOnTopOfTheFirst() throws IOException {
		// when
		List<Scenario> scenarios = documents(SCENARIO + "---\n" + NEXT);

		// then
		assertThat(scenarios).extracting((scenario) -> scenario.cycle().name()).containsExactly("ASEMME9", "ASEMME10");
		assertThat(scenarios.get(1).secretariat()).isNull();
		assertThat(scenarios.get(1).events()).singleElement()
			.isInstanceOfSatisfying(Draft.class,
					(draft) -> assertThat(draft.content().path("highlights").asText()).isEqualTo("Begun."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					name: ASEMME10    | name: ASEMME9     | scenario.yaml, document 2: cycle, name: an earlier document has a cycle ASEMME9 too
					opens: 2024-09-02 | opens: 2022-09-01 | scenario.yaml, document 2: cycle, opens: ASEMME10 must open after ASEMME9 (2022-09-01)
					draft: {          | drafts: {         | scenario.yaml, document 2: event 1: "drafts" is not known here
					draft: {          | review: accepted, submit: { | event 1: give one of draft, submit, answer, handOver, review, move, drop, hybrid, virtual, extend, refuses, mend, down
					""")
	void laterDocumentIsRefusedWithItsPlace(String sound, String broken, String reason) {
		assertThat(NEXT).contains(sound);

		assertThatExceptionOfType(BadScenario.class)
			.isThrownBy(() -> documents(SCENARIO + "---\n" + NEXT.replace(sound, broken)))
			.withMessageContaining(reason);
	}

	@Test
	void firstDocumentNamesItsSecretariat() {
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> read(NEXT))
			.withMessage("scenario.yaml: secretariat: is missing; say who runs the cycle");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cycle: [                 | line
			cycle: 5                 | give names with values
			''                       | is empty
			a: 1                     | "a" is not known here
			""")
	void whatIsNoScenarioIsRefused(String text, String reason) {
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> read(text)).withMessageContaining(reason);
	}

	private Scenario read(String text) throws IOException {
		return documents(text).get(0);
	}

	private List<Scenario> documents(String text) throws IOException {
		return ScenarioReader.read(Files.writeString(this.folder.resolve("scenario.yaml"), text));
	}

}
