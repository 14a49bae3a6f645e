package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.asemeducation.stocktake.rehearsal.ReminderReading.Told;
import org.asemeducation.stocktake.report.pdf.PdfUa;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays cycles from the jar, as a person calls it: models, forms and code agree there
 * too, or it would not start.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class RehearseIT {

	private static final Path JAR = Path.of("target/stocktake.jar");

	/**
	 * The same, unpacked: its classes are loaded from an archive, which halves the work
	 * of a call.
	 */
	private static final Path UNPACKED = Path.of("target/unpacked");

	private static final Path CLASSES = UNPACKED.resolve("classes.jsa");

	private static final Path ASEMME9 = Path.of("src/main/resources/rehearsal/asemme9.yaml");

	private static final Path SHORT = Path.of("src/test/resources/rehearsal/short.yaml");

	private static final Path MOVED = Path.of("src/test/resources/rehearsal/moved.yaml");

	private static final Path PEOPLE = Path.of("src/test/resources/rehearsal/people.yaml");

	private static final Path OBJECTION = Path.of("src/test/resources/rehearsal/objection.yaml");

	private static final Path FIX_LIST = Path.of("src/test/resources/rehearsal/fix-list.yaml");

	private static final Path ROUNDS = Path.of("src/test/resources/rehearsal/rounds.yaml");

	private static final Path PLAN_2021 = Path.of("src/main/resources/rehearsal/plan-2021.yaml");

	private static final Path TWO = Path.of("src/test/resources/rehearsal/two-cycles.yaml");

	private static final Path PLAN = Path.of("src/test/resources/process/plan.yaml");

	private static final Path ACTION_PLAN = Path.of("src/main/resources/plan/action-plan-2030.yaml");

	private static final Pattern GATHERING = Pattern.compile("confirm|request|returned|date-moved|.*reminder");

	private static final ObjectMapper JSON = new ObjectMapper();

	@TempDir
	private static Path folder;

	private Path played;

	@BeforeAll
	void playTheShortScenario() throws Exception {
		FileSystemUtils.deleteRecursively(UNPACKED);
		Call unpacking = call("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
				UNPACKED.toString());
		assertThat(unpacking.exit()).as(unpacking.problems()).isZero();
		this.played = folder.resolve("played");
		Call call = call("-XX:ArchiveClassesAtExit=" + CLASSES, "-jar", UNPACKED.resolve("stocktake.jar").toString(),
				"rehearse", "--scenario", SHORT.toString(), "--plan", PLAN.toString(), "--out", this.played.toString());
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(CLASSES).exists();
	}

	@Test
	void asemme9IsPlayedWithAllItsInitiatives() throws Exception {
		// when
		Path out = playAsemme9();

		// then
		JsonNode summary = JSON.readTree(out.resolve("summary.json").toFile());
		assertThat(summary.at("/initiatives/accepted").asInt()).isEqualTo(52);
		assertThat(summary.at("/mails/request").asInt()).isEqualTo(33);
		String html = Files.readString(out.resolve("report.html"));
		String data = Files.readString(out.resolve("report.json"));
		List<String> ids = initiatives();
		assertThat(lines(out, "mail-plan.csv")).hasSizeGreaterThan(100);
		assertThat(ids).hasSize(52);
		assertThat(ids).allSatisfy((id) -> assertThat(html).contains(id))
			.allSatisfy((id) -> assertThat(data).contains(id));
		for (String file : List.of("report.docx", "report.pdf", "report.xlsx", "report.csv", "annex.docx", "annex.pdf",
				"annex.xlsx")) {
			assertThat(Files.size(out.resolve(file))).as(file).isGreaterThan(3_000);
		}
		assertThat(data).as("of no action it is confirmed which objectives it serves")
			.contains("\"kind\" : \"by-action\"");
		JsonNode report = JSON.readTree(data);
		assertThat(report.path("objectives").findValuesAsText("title")).hasSize(4);
		assertThat(report.path("assessments")).hasSize(10).allSatisfy((it) -> {
			String id = "subgoal-" + it.path("subgoal").asText().replace('.', '-');
			assertThat(html).contains("id=\"%s-claims\"".formatted(id), "id=\"%s-assessment\"".formatted(id));
		});
		String read = HtmlUtils.htmlUnescape(html);
		List<String> claims = report.findValues("contributions")
			.stream()
			.flatMap((all) -> all.findValuesAsText("sentence").stream())
			.toList();
		assertThat(claims).hasSizeGreaterThan(70)
			.allSatisfy((claim) -> assertThat(read.split(Pattern.quote(claim), -1))
				.as("in the fact sheet and in the analysis: %s", claim)
				.hasSizeGreaterThanOrEqualTo(3));
		assertThat(html).contains("<span lang=\"ja\">日本にある東京大学</span>");
		assertThat(ids)
			.allSatisfy((id) -> assertThat(out.resolve("sheets")).isDirectoryContaining("glob:**" + id + ".html")
				.isDirectoryContaining("glob:**" + id + ".docx"));
		PdfUa.assertKeptBy(Files.readAllBytes(out.resolve("report.pdf")));
		PdfUa.assertKeptBy(Files.readAllBytes(out.resolve("annex.pdf")));
		String index = Files.readString(out.resolve("sheets/index.html"));
		assertThat(ids).allSatisfy((id) -> assertThat(index).containsOnlyOnce("\"" + id + ".html\"")
			.containsOnlyOnce("\"" + id + ".docx\""));
		try (Stream<Path> mails = Files.list(out.resolve("mails"))) {
			assertThat(mails).hasSize(lines(out, "mails.csv").size() - 1);
		}
	}

	@Test
	void theDraftOfJune2021GoesRoundAndBecomesANewVersion() throws Exception {
		// when
		Path out = folder.resolve("plan-2021");
		Call call = rehearse("--scenario", PLAN_2021.toString(), "--out", out.toString());

		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		List<String> lines = lines(out, "placeholders.csv");
		assertThat(lines.stream().filter((line) -> line.startsWith("D")).map((line) -> line.split(",")[0]).distinct())
			.hasSize(36);
		assertThat(lines).filteredOn((line) -> line.contains(",replaced,")).hasSize(6);
		assertThat(lines).filteredOn((line) -> line.contains(",left-out,")).hasSize(1);
		String plan = Files.readString(out.resolve("plan.yaml"));
		assertThat(plan)
			.contains("version: draft, completed", "Exchange of 60 pairs of students per year (ongoing)",
					"By 2030, 2,000 young people have taken part", "Two consultations on lifelong learning policy",
					"IAU’s HESD Portal (to be discussed with IAU)", "To be completed by ESN")
			.doesNotContain("To be completed by ASEF", "Exchange of x pairs", "More projects");
		assertThat(Files.size(out.resolve("plan.xlsx"))).isGreaterThan(3_000);
		assertThat(out.resolve("report.html")).doesNotExist();
		assertThat(lines(out, "mails.csv")).anyMatch((mail) -> mail.contains("reminder") && mail.contains("C1-D06-I02"))
			.anyMatch((mail) -> mail.contains("words for the plan"))
			.noneMatch((mail) -> mail.contains("please submit"));
		assertThat(lines(out, "timeline.csv")).anyMatch((line) -> line.contains(",completion,Complete the plan,"))
			.noneMatch((line) -> line.contains(",meeting,"));
	}

	@Test
	void asemme9TellsWhomTheRuleNamesAndWhenItSays() throws Exception {
		// given
		List<Told> due = ReminderReading.of(ASEMME9, ACTION_PLAN);

		// when
		Map<String, List<Instant>> sent = linesIn(playAsemme9().resolve("mails.csv"));

		// then
		assertThat(due).filteredOn((told) -> told.kind().endsWith("reminder")).hasSizeGreaterThan(100);
		assertSentAsDue(due, sent);
	}

	@Test
	void aCycleThatDoesNotHoldTellsWhomTheRuleNamesAndWhenItSays() throws Exception {
		// given ASEMME9 with a move in mid-gathering, two extensions, a dropped ISOM and
		// an
		// outage of two days, in which Europe's first reminder falls due
		Path scenario = Files.writeString(folder.resolve("slipping.yaml"), Files.readString(ASEMME9) + """

				  - {date: 2022-11-02, drop: ISOM, reason: No host was found}
				  - {date: 2023-08-18, down: 2023-08-18T07:00/2023-08-20T12:00}
				  - {date: 2023-08-28, extend: A16-I01, to: 2023-09-25, reason: The person has changed}
				  - {date: 2023-09-10, move: deadline, to: 2023-09-29, reason: Summer holidays}
				  - {date: 2023-09-24, extend: A13-I01, to: 2023-11-10, reason: Its data come in October}
				""");
		List<Told> due = ReminderReading.of(scenario, ACTION_PLAN);
		Instant again = Instant.parse("2023-08-20T10:00:00Z");

		// when
		Path out = folder.resolve("slipping");
		Call call = rehearse("--scenario", scenario.toString(), "--out", out.toString());

		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(due).filteredOn((told) -> told.due().equals(again)).hasSizeGreaterThan(10);
		assertThat(due).filteredOn((told) -> told.kind().equals("date-moved"))
			.filteredOn((told) -> told.initiative().equals("A16-I01"))
			.hasSizeGreaterThanOrEqualTo(2);
		assertThat(due).filteredOn((told) -> told.initiative().equals("A13-I01") && told.kind().equals("reminder"))
			.extracting(Told::rung)
			.contains(-28, -14, -7, -1, 3);
		assertSentAsDue(due, linesIn(out.resolve("mails.csv")));
		assertThat(lines(out, "timeline.csv"))
			.noneMatch(
					(line) -> line.compareTo("2023-08-18T05:00:00") >= 0 && line.compareTo("2023-08-20T10:00:00Z") < 0)
			.anyMatch((line) -> line.startsWith("2023-08-20T10:00:00Z,reminder,Claim due reminders,"))
			.noneMatch((line) -> line.contains("Record the meeting,,aes@example.org,ISOM"))
			.anyMatch((line) -> line.endsWith(",endorsement,Report published,,stocktake,"));
		assertThat(JSON.readTree(out.resolve("summary.json").toFile()).at("/initiatives/accepted").asInt())
			.isEqualTo(52);
	}

	@Test
	void whatHappensWhileNothingRunsIsABadScenario() throws Exception {
		// given
		Path scenario = Files.writeString(folder.resolve("inside.yaml"), Files.readString(ASEMME9) + """

				  - {date: 2023-08-17, down: 2023-08-17T07:00/2023-08-19T12:00}
				""");

		// when
		Call call = rehearse("--scenario", scenario.toString(), "--out", folder.resolve("inside").toString());

		// then
		assertThat(call.exit()).isOne();
		assertThat(call.problems().lines()).singleElement()
			.asString()
			.matches("inside.yaml: event \\d+ \\(2023-08-17, A12-I01\\): it would happen at 12:00, when nothing runs"
					+ " \\(event \\d+ of ASEMME9 is down from 2023-08-17T07:00 to 2023-08-19T12:00\\); choose another day");
	}

	private static void assertSentAsDue(List<Told> due, Map<String, List<Instant>> sent) {
		Map<String, List<Instant>> expected = new TreeMap<>();
		due.forEach((told) -> expected.computeIfAbsent(told.line(), (line) -> new ArrayList<>()).add(told.due()));
		expected.values().forEach(Collections::sort);
		assertThat(sent.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
		assertThat(sent).allSatisfy((line, times) -> {
			assertThat(times).as(line).hasSameSizeAs(expected.get(line));
			for (int time = 0; time < times.size(); time++) {
				assertThat(Duration.between(expected.get(line).get(time), times.get(time))).as(line)
					.isBetween(Duration.ZERO, Duration.ofMinutes(15));
			}
		});
	}

	@Test
	void whatIsMailedFollowsFromTheScenario() throws Exception {
		// then the bundling takes a minute, Rome is two hours ahead of UTC in summer
		assertThat(lines(this.played, "mail-plan.csv")).as("it has no reminders of the deadline")
			.containsExactly("due_at,recipient,zone,language,kinds,initiatives,rungs",
					"2027-05-08T07:00:00Z,hu@example.org,Europe/Rome,en,confirm confirm,A01-I01 A01-I02,- -",
					"2027-05-08T07:00:00Z,ii@example.org,Europe/Rome,en,confirm,A02-I02,-",
					"2027-05-08T07:00:00Z,malta@example.org,Europe/Rome,en,confirm,A01-I02,-",
					"2027-05-22T07:00:00Z,hu@example.org,Europe/Rome,en,confirm confirm,A01-I01 A01-I02,- -",
					"2027-05-22T07:00:00Z,ii@example.org,Europe/Rome,en,confirm,A02-I02,-",
					"2027-05-22T07:00:00Z,malta@example.org,Europe/Rome,en,confirm,A01-I02,-",
					"2027-06-05T07:00:00Z,hu@example.org,Europe/Rome,en,request request,A01-I01 A01-I02,- -",
					"2027-06-05T07:00:00Z,ii@example.org,Europe/Rome,en,request,A02-I02,-",
					"2027-06-05T07:00:00Z,malta@example.org,Europe/Rome,en,request inform inform,A01-I02 A02-I01 A02-I02,- - -");
		assertThat(lines(this.played, "mails.csv")).startsWith("sent_at,recipient,kinds,initiatives,rungs,subject")
			.anyMatch((line) -> line
				.startsWith("2027-06-05T07:01:00Z,hu@example.org,request request,A01-I01 A01-I02,- -,"))
			.anyMatch((line) -> line.startsWith("2027-06-05T07:01:00Z,ii@example.org,request,A02-I02,-,"))
			.anyMatch((line) -> line.startsWith("2027-06-05T07:01:00Z,malta@example.org,request,A01-I02,-,"))
			.anyMatch((line) -> line.startsWith("2027-07-05T10:00:00Z,hu@example.org,returned,A01-I01,-,"))
			.anyMatch((line) -> line.startsWith("2027-08-09T10:00:00Z,ii@example.org,returned,A02-I02,-,"))
			.anyMatch((line) -> line.startsWith("2027-08-16T07:01:00Z,ii@example.org,returned-reminder,A02-I02,-3,"))
			.anyMatch((line) -> line.startsWith("2027-08-19T07:01:00Z,ii@example.org,returned-reminder,A02-I02,0,"))
			.anyMatch((line) -> line.startsWith("2027-08-22T07:01:00Z,ii@example.org,returned-reminder,A02-I02,3,"))
			.anyMatch((line) -> line.startsWith("2027-08-05T10:01:00Z,malta@example.org,no-longer-due,,-,"))
			.noneMatch((line) -> line.contains(",ii@example.org,no-longer-due,"))
			.filteredOn((line) -> !line.contains(",digest,"))
			.hasSize(16)
			.filteredOn((line) -> line.contains(",confirm"))
			.as("three contacts are asked whether they still are the contact, and reminded, since nobody answers")
			.hasSize(6)
			.allMatch((line) -> line.startsWith("2027-05-08T07:01:00Z,") || line.startsWith("2027-05-22T07:01:00Z,"));
	}

	@Test
	void answersInPlaceOfAnUpdateArePrintedAndWhatIsNotTheirsStaysOpen() throws Exception {
		// when
		Path out = folder.resolve("people");
		Call call = rehearse("--scenario", PEOPLE.toString(), "--plan", PLAN.toString(), "--out", out.toString());
		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		JsonNode initiatives = JSON.readTree(out.resolve("summary.json").toFile()).path("initiatives");
		assertThat(initiatives.path("accepted").asInt()).isEqualTo(2);
		assertThat(initiatives.path("no-update-received").asInt()).isEqualTo(3);
		assertThat(Files.readString(out.resolve("report.html")))
			.contains("Concluded: The last pair was exchanged in 2026.")
			.contains("Merged into A01-I01 One coordinator: They are one since 2026.")
			.doesNotContain("They were one.");
		assertThat(lines(out, "timeline.csv"))
			.anyMatch((line) -> line.startsWith("2027-07-04T10:00:00Z,update,Update settled,A01-I01,"))
			.anyMatch((line) -> line.startsWith("2027-07-10T10:00:00Z,update,Given back,A02-I02,"))
			.contains("2027-06-20T10:00:00Z,handOver,Confirm hand-over,A01-I01,aes@example.org,")
			.contains("2027-07-01T10:00:00Z,update,Provide update,A01-I01,thailand@example.org,");
		assertThat(lines(out, "mails.csv")).filteredOn((line) -> line.contains("handed-over"))
			.hasSize(2)
			.anyMatch((line) -> line.contains("hu@example.org"))
			.anyMatch((line) -> line.contains("thailand@example.org"));
	}

	@Test
	void whatTwoReviewersNoteComesBackAsOneListOfWhichOnlyItsFieldsOpen() throws Exception {
		// given
		Path out = folder.resolve("fix-list");
		Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), Files.readString(FIX_LIST)
			.replace("submit: {progress: \"We met in 2026.\"}", "submit: {challenges: Rain.}"));
		// when
		Call call = rehearse("--scenario", FIX_LIST.toString(), "--plan", PLAN.toString(), "--out", out.toString());
		Call refused = rehearse("--scenario", elsewhere.toString(), "--plan", PLAN.toString(), "--out",
				folder.resolve("elsewhere").toString());
		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(lines(out, "mails.csv")).filteredOn((line) -> line.contains(",returned,")).hasSize(1);
		assertThat(mails(out)).filteredOn((mail) -> mail.contains("please revise your update on A01-I01"))
			.singleElement()
			.asString()
			.containsSubsequence("1. Progress and achievements", "In which years?", "2. Highlights", "Which prize?");
		assertThat(Files.readString(out.resolve("report.html"))).contains("We met in 2026.", "A prize.");
		assertThat(refused.exit()).isOne();
		assertThat(refused.problems()).as("the milestones are still to be answered, so they stay open too")
			.startsWith("elsewhere.yaml: event 4 (2027-07-08, A01-I01): ")
			.contains(
					"came back for “Activities and milestones of the plan”, “Progress and achievements” and “Highlights” alone, so “Challenges” stays as it was submitted");
	}

	@Test
	void aDraftGoesRoundTwiceAndASuggestedWordingIsPrinted() throws Exception {
		// given
		Path out = folder.resolve("rounds");
		Path stranger = Files.writeString(folder.resolve("stranger.yaml"),
				Files.readString(ROUNDS).replace("by: second@example.org", "by: thailand@example.org"));
		// when
		Call call = rehearse("--scenario", ROUNDS.toString(), "--plan", PLAN.toString(), "--out", out.toString());
		Call refused = rehearse("--scenario", stranger.toString(), "--plan", PLAN.toString(), "--out",
				folder.resolve("stranger").toString());
		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		List<String> told = lines(out, "mails.csv");
		assertThat(told).filteredOn((line) -> line.contains(",round,") && line.startsWith("2027-09")).hasSize(2);
		assertThat(told).filteredOn((line) -> line.contains(",round,") && line.startsWith("2027-10"))
			.extracting((line) -> line.split(",")[1])
			.contains("first@example.org", "second@example.org", "thailand@example.org", "harbour@example.org")
			.doesNotHaveDuplicates();
		assertThat(told).filteredOn((line) -> line.contains(",round-answers,"))
			.extracting((line) -> line.split(",")[1])
			.containsExactly("first@example.org", "second@example.org", "thailand@example.org");
		assertThat(mails(out)).anySatisfy((mail) -> assertThat(mail).contains("Nothing was decided"));
		assertThat(told).filteredOn((line) -> line.contains(",round-changed,"))
			.hasSizeGreaterThanOrEqualTo(6)
			.allMatch((line) -> line.startsWith("2027-10-07") || line.startsWith("2027-11-02"));
		assertThat(mails(out)).anySatisfy(
				(mail) -> assertThat(mail).containsIgnoringWhitespaces("The second reviewer was ill", "is open again"))
			.anySatisfy((mail) -> assertThat(mail).contains("Nothing was decided").contains("Who paid for it?"));
		assertThat(Files.readString(out.resolve("report.html"))).contains("We met again in 2027.",
				"Edited by the secretariat in: Progress and achievements");
		assertThat(lines(out, "timeline.csv")).anyMatch((line) -> line.contains(",Round answered,"))
			.noneMatch((line) -> line.contains(",Comment on the draft,"));
		assertThat(refused.exit()).isOne();
		assertThat(refused.problems())
			.startsWith("stranger.yaml: event 4 (2027-09-26, comment round): Whoever comments is not asked in round 1");
	}

	@Test
	void anObjectionIsAnsweredByAnAmendedRoundAndThePublishedReportIsCorrected() throws Exception {
		// given
		Path out = folder.resolve("objection");
		Path late = Files.writeString(folder.resolve("late.yaml"),
				Files.readString(OBJECTION).replace("date: 2028-01-18, position", "date: 2028-02-10, position"));
		// when
		Call call = rehearse("--scenario", OBJECTION.toString(), "--plan", PLAN.toString(), "--out", out.toString());
		Call refused = rehearse("--scenario", late.toString(), "--plan", PLAN.toString(), "--out",
				folder.resolve("late").toString());
		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		String record = Files.readString(out.resolve("decision-record.html"));
		assertThat(record).containsSubsequence("No-objection round 1", "by an objection, on 14 January 2028",
				"Malta objects on 14 January 2028", "The plan is too short.", "Thailand comments", "Good work.",
				"No-objection round 2, amended", "Prolonged", "Thailand asked for a week more.",
				"closed without objection, on 7 February 2028, 18:00 (Asia/Bangkok)", "Malta agrees",
				"Silent: does not object", "adopted on 25 February 2028", "Correction 1", "A misspelt word");
		assertThat(record).contains("Invited Official of Malta", "reached on");
		assertThat(Files.size(out.resolve("decision-record.pdf"))).isGreaterThan(10_000);
		assertThat(Files.readString(out.resolve("report.html"))).contains("120 pairs").doesNotContain("120 pares");
		assertThat(lines(out, "timeline.csv"))
			.anyMatch((line) -> line.contains(",noObjection,Amend version,,aes@example.org,"))
			.anyMatch((line) -> line.contains(",noObjection,Nobody objected,"));
		assertThat(lines(out, "mails.csv")).filteredOn((line) -> line.contains(",no-objection,")).hasSizeBetween(4, 6);
		assertThat(refused.exit()).isOne();
		assertThat(refused.problems()).contains("Round 2 has closed");
	}

	private static List<String> mails(Path out) throws IOException {
		List<String> mails = new ArrayList<>();
		try (Stream<Path> files = Files.list(out.resolve("mails"))) {
			for (Path file : files.toList()) {
				mails.add(Files.readString(file));
			}
		}
		return mails;
	}

	@Test
	void whatTheScenarioLeavesOpenHappensByItself() throws Exception {
		// then
		JsonNode initiatives = JSON.readTree(this.played.resolve("summary.json").toFile()).path("initiatives");
		assertThat(initiatives.path("accepted").asInt()).isEqualTo(2);
		assertThat(initiatives.path("draft-not-submitted").asInt()).isEqualTo(1);
		assertThat(initiatives.path("no-update-received").asInt()).isEqualTo(2);
		assertThat(lines(this.played, "timeline.csv"))
			.contains("2026-11-24T22:59:59.999Z,cycle,ISOM,,stocktake,",
					"2027-05-22T21:59:59.999Z,meeting,Adopt previous minutes,,aes@example.org,SOM1",
					"2027-08-05T10:00:00Z,review,Review update,A01-I02,reviewers@example.org,",
					"2027-11-01T22:59:59.999Z,cycle,Freeze reached,,stocktake,",
					"2028-01-24T22:59:59.999Z,meeting,Record the meeting,,aes@example.org,SOM2",
					"2028-01-25T22:59:59.999Z,cycle,Cycle closed,,stocktake,")
			.anyMatch((line) -> line.endsWith(",endorsement,Report published,,stocktake,"));
		assertThat(Files.readString(this.played.resolve("report.html"))).contains("We exchanged 120 pairs in 2026.")
			.doesNotContain("Not what was asked.");
	}

	@Test
	void meetingsAndDeadlinesThatMoveAreFollowed() throws Exception {
		// when
		Path out = folder.resolve("moved");
		Call call = rehearse("--scenario", MOVED.toString(), "--plan", PLAN.toString(), "--out", out.toString());

		// then whoever has a reminder later that day, in Honolulu, is told with it
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(lines(out, "mails.csv")).filteredOn((line) -> line.contains("date-moved"))
			.extracting((line) -> line.substring(0, line.indexOf(",\"")))
			.containsExactlyInAnyOrder("2027-08-03T10:01:00Z,hu@example.org,date-moved,A01-I02,-",
					"2027-08-03T10:01:00Z,malta@example.org,date-moved,A01-I02,-",
					"2027-09-22T10:01:00Z,malta@example.org,date-moved,A01-I02,-",
					"2027-09-22T19:05:00Z,hu@example.org,date-moved reminder,A01-I02 A01-I02,- -7",
					"2027-10-25T10:01:00Z,hu@example.org,date-moved,A01-I02,-",
					"2027-10-25T10:01:00Z,malta@example.org,date-moved,A01-I02,-");
		assertThat(lines(out, "timeline.csv"))
			.contains("2027-11-08T22:59:59.999Z,cycle,Freeze reached,,stocktake,",
					"2027-11-15T11:00:00Z,update,Update settled,A01-I02,stocktake,",
					"2028-05-22T21:59:59.999Z,meeting,Record the meeting,,aes@example.org,SOM1",
					"2028-08-24T21:59:59.999Z,meeting,Record the meeting,,aes@example.org,ASEMME",
					"2028-08-24T21:59:59.999Z,cycle,Cycle closed,,stocktake,")
			.noneMatch((line) -> line.contains("Record the meeting,,aes@example.org,ISOM"));
		assertThat(JSON.readTree(out.resolve("report.json").toFile()).toString()).contains("2028-02-28")
			.contains("Three campuses joined.");
	}

	@Test
	void aMailboxThatIsGoneIsATaskAndWhatWaitedLeavesOnceItIsMended() throws Exception {
		// given Harbour's mailbox is gone before the requests, and mended two weeks after
		Path scenario = Files.writeString(folder.resolve("gone.yaml"), Files.readString(SHORT) + """
				  - {date: 2027-06-04, refuses: hu@example.org}
				  - {date: 2027-06-20, mend: hu@example.org, to: desk@hu.example}
				  - {date: 2027-06-21, hybrid: SOM2}
				""");
		Path out = folder.resolve("gone");

		// when
		Call call = rehearse("--scenario", scenario.toString(), "--plan", PLAN.toString(), "--out", out.toString());

		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(lines(out, "mails.csv"))
			.noneMatch((line) -> line.compareTo("2027-06-04T10") > 0 && line.contains("Z,hu@example.org,"))
			.anyMatch((line) -> line.startsWith("2027-06-05T07:01:00Z,malta@example.org,request,"))
			.anyMatch((line) -> line.startsWith("2027-06-20T10:00:00Z,desk@hu.example,request request,"));
		assertThat(lines(out, "timeline.csv"))
			.contains("2027-06-05T07:01:00Z,mendAddress,Address refused,,stocktake,",
					"2027-06-05T07:01:00Z,mail,Mail kept until the address is mended,,stocktake,")
			.anyMatch((line) -> line.startsWith("2027-06-20T10:00:00Z,mendAddress,Mend address,,"))
			.contains("2027-06-20T10:00:00Z,mendAddress,Mail reaches contact again,,stocktake,");
		assertThat(JSON.readTree(out.resolve("report.json").toFile()).at("/cycle/meetings/2/hybrid").asBoolean())
			.isTrue();
		assertThat(Files.readString(out.resolve("report.html"))).contains("hybrid");
	}

	@Test
	void twoRunsGiveTheSameTables() throws Exception {
		// when the jar is called as it was built
		Path again = folder.resolve("again");
		Call call = call("-jar", JAR.toString(), "rehearse", "--scenario", SHORT.toString(), "--plan", PLAN.toString(),
				"--out", again.toString());

		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(again.resolve("timeline.csv")).hasSameTextualContentAs(this.played.resolve("timeline.csv"));
		assertThat(again.resolve("mails.csv")).hasSameTextualContentAs(this.played.resolve("mails.csv"));
	}

	@Test
	void remindersLeaveAtNineWhereTheirReadersAre() throws Exception {
		// given
		Path first = playTwoCycles().resolve("FIRST");

		// then Seoul is seven hours ahead of Rome in summer; what is accepted is not
		// asked for again
		assertThat(lines(first, "mails.csv")).filteredOn((line) -> line.contains("reminder"))
			.hasSize(9)
			.anyMatch((line) -> line.startsWith("2027-09-01T00:01:00Z,desk@ii.example,reminder,A02-I02,-14,"))
			.anyMatch((line) -> line.startsWith("2027-09-01T07:01:00Z,hu@example.org,reminder,A01-I02,-14,"))
			.anyMatch((line) -> line.startsWith("2027-09-18T07:01:00Z,malta@example.org,reminder,A01-I02,3,"))
			.anyMatch((line) -> line.startsWith("2027-10-29T00:01:00Z,desk@ii.example,freeze-reminder,A02-I02,-3,")
					&& line.contains("your draft of A02-I02 is not submitted"));
		assertThat(lines(first, "timeline.csv"))
			.contains("2027-09-01T00:00:00Z,reminder,Claim due reminders,,stocktake,")
			.doesNotContain("2027-09-01T01:00:00Z,reminder,Claim due reminders,,stocktake,");
	}

	@Test
	void aSecondCycleIsPlayedOnTopOfTheFirst() throws Exception {
		// given
		Path second = playTwoCycles();
		Path first = second.resolve("FIRST");

		// then
		assertThat(JSON.readTree(first.resolve("summary.json").toFile()).path("cycle").asText()).isEqualTo("FIRST");
		assertThat(JSON.readTree(second.resolve("summary.json").toFile()).path("cycle").asText()).isEqualTo("SECOND");
		assertThat(lines(second, "mails.csv"))
			.anyMatch((line) -> line.startsWith("2029-06-05T07:01:00Z,successor@hu.example,request request,"))
			.anyMatch((line) -> line.startsWith("2029-06-05T07:01:00Z,desk@ii.example,request,"))
			.noneMatch((line) -> line.contains("hu@example.org"));
		assertThat(lines(second, "timeline.csv")).noneMatch((line) -> line.startsWith("2027"))
			.contains("2029-07-05T10:00:00Z,review,Review update,A01-I01,reviewers@example.org,");
		assertThat(Files.readString(second.resolve("report.html"))).contains("Exchange teachers (2028 to 2029).");
		for (Path folder : List.of(first, second)) {
			assertThat(folder).isDirectoryContaining("glob:**report.html").isDirectoryContaining("glob:**report.docx");
			try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
				assertThat(mails).hasSize(lines(folder, "mails.csv").size() - 1);
			}
		}
	}

	@Test
	void aCycleStartsFromTheWorkPlanOfAnEarlierRehearsal() throws Exception {
		// given
		Path earlier = playTwoCycles().resolve("FIRST");
		Path out = folder.resolve("after");

		// when
		Call call = rehearse("--scenario", SHORT.toString(), "--plan", PLAN.toString(), "--after", earlier.toString(),
				"--out", out.toString());

		// then
		assertThat(call.exit()).as(call.problems()).isZero();
		assertThat(JSON.readTree(earlier.resolve("adoption.json").toFile()).path("adoptedOn").asText())
			.isEqualTo("2028-01-25");
		assertThat(Files.readString(out.resolve("report.html"))).contains("Exchange teachers (2028 to 2029).");
		assertThat(Files.readString(this.played.resolve("report.html"))).doesNotContain("Exchange teachers");
	}

	@Test
	void aWorkPlanThatMinistersDidNotAdoptBindsNoCycle() throws Exception {
		// given
		Path scenario = Files.writeString(folder.resolve("not-adopted.yaml"), Files.readString(TWO)
			.replaceFirst("\nsecretariat:", "\nnotAdopted: Ministers ran out of time.\nsecretariat:"));
		Path second = folder.resolve("not-adopted");
		Path first = second.resolve("FIRST");

		// when
		Call both = rehearse("--scenario", scenario.toString(), "--plan", PLAN.toString(), "--out", second.toString());
		Call after = rehearse("--scenario", SHORT.toString(), "--plan", PLAN.toString(), "--after", first.toString(),
				"--out", folder.resolve("not-after").toString());

		// then
		assertThat(both.exit()).as(both.problems()).isZero();
		assertThat(JSON.readTree(first.resolve("report.json").toFile()).at("/workPlan/lines")).hasSize(2);
		assertThat(JSON.readTree(first.resolve("adoption.json").toFile()).path("reason").asText())
			.isEqualTo("Ministers ran out of time.");
		assertThat(Files.readString(second.resolve("report.html"))).contains("As we said.")
			.doesNotContain("Exchange teachers (2028 to 2029).");
		assertThat(after.exit()).isOne();
		assertThat(after.problems().lines()).singleElement()
			.asString()
			.contains("adoption.json: ministers did not adopt the work plan of FIRST (Ministers ran out of time.)");
		assertThat(folder.resolve("not-after")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			two/FIRST | two-cycles.yaml, document 1: cycle, name: FIRST is the cycle in
			two       | report.json: SECOND has no work plan that came to ministers
			nowhere   | report.json: there is none
			""")
	void whatNoCycleCanStartFromIsRefused(String after, String reason) throws Exception {
		// given
		playTwoCycles();

		// when
		Call call = rehearse("--scenario", TWO.toString(), "--plan", PLAN.toString(), "--after",
				folder.resolve(after).toString(), "--out", folder.resolve("refused").toString());

		// then
		assertThat(call.exit()).isOne();
		assertThat(call.problems().lines()).singleElement().asString().contains(reason);
	}

	@Test
	void eventThatCannotHappenEndsTheRehearsalWithOneLine() throws Exception {
		// given
		Path scenario = Files.writeString(folder.resolve("late.yaml"),
				Files.readString(SHORT) + "  - {date: 2027-12-24, initiative: A01-I03, submit: {progress: Late.}}\n");

		// when
		Call call = rehearse("--scenario", scenario.toString(), "--plan", PLAN.toString(), "--out",
				folder.resolve("out").toString());

		// then
		assertThat(call.exit()).isOne();
		assertThat(call.problems().lines()).singleElement()
			.asString()
			.startsWith("late.yaml: event 8 (2027-12-24, A01-I03): ");
	}

	/** When who was told of what while updates were gathered, by who and what. */
	private static Map<String, List<Instant>> linesIn(Path mails) throws IOException {
		Map<String, List<Instant>> sent = new TreeMap<>();
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser rows = CSVParser.parse(mails, StandardCharsets.UTF_8, format)) {
			for (CSVRecord mail : rows) {
				String[] kinds = mail.get("kinds").split(" ");
				String[] initiatives = mail.get("initiatives").split(" ");
				String[] rungs = mail.get("rungs").split(" ");
				for (int line = 0; line < kinds.length; line++) {
					if (GATHERING.matcher(kinds[line]).matches()) {
						String told = String.join(" ", mail.get("recipient"), kinds[line], initiatives[line],
								rungs[line]);
						sent.computeIfAbsent(told, (one) -> new ArrayList<>()).add(Instant.parse(mail.get("sent_at")));
					}
				}
			}
		}
		sent.values().forEach(Collections::sort);
		return sent;
	}

	private synchronized Path playAsemme9() throws Exception {
		Path out = folder.resolve("asemme9");
		if (Files.notExists(out)) {
			Call call = rehearse("--scenario", ASEMME9.toString(), "--out", out.toString());
			assertThat(call.exit()).as(call.problems()).isZero();
		}
		return out;
	}

	private synchronized Path playTwoCycles() throws Exception {
		Path out = folder.resolve("two");
		if (Files.notExists(out)) {
			Call call = rehearse("--scenario", TWO.toString(), "--plan", PLAN.toString(), "--out", out.toString());
			assertThat(call.exit()).as(call.problems()).isZero();
		}
		return out;
	}

	private Call rehearse(String... arguments) throws IOException, InterruptedException {
		List<String> words = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + CLASSES, "-jar",
				UNPACKED.resolve("stocktake.jar").toString(), "rehearse"));
		words.addAll(List.of(arguments));
		return call(words.toArray(String[]::new));
	}

	private Call call(String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(List.of(words));
		Path problems = Files.createTempFile(folder, "problems", ".txt");
		ProcessBuilder call = new ProcessBuilder(command).redirectError(problems.toFile())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		// Java would say on the error stream that it takes them
		call.environment().remove("JAVA_TOOL_OPTIONS");
		Process process = call.start();
		boolean ended = process.waitFor(15, TimeUnit.MINUTES);
		process.destroyForcibly();
		assertThat(ended).as("it comes to its end in time").isTrue();
		return new Call(process.exitValue(), Files.readString(problems));
	}

	private static List<String> lines(Path out, String file) throws IOException {
		return Files.readAllLines(out.resolve(file), StandardCharsets.UTF_8);
	}

	private static List<String> initiatives() throws IOException {
		try (Stream<String> plan = Files.lines(Path.of("src/main/resources/plan/action-plan-2030.yaml"))) {
			return plan.filter((line) -> line.matches("\\s*- id: A\\d\\d-I\\d\\d"))
				.map((line) -> line.replaceAll(".*id: ", ""))
				.toList();
		}
	}

	/**
	 * How a call ended.
	 */
	private record Call(int exit, String problems) {
	}

}
