package org.asemeducation.stocktake.compose;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Two nodes behind the proxy: a cycle from the first administrator to the published
 * report, while one node is stopped and the other killed. Says what it saw.
 */
@EnabledIfSystemProperty(named = "stocktake.compose.project", matches = ".+",
		disabledReason = ".ci/compose brings the containers up and calls it")
class ComposedCycleIT {

	/** As many as the plan's row says at most. */
	private static final int LINES = 12;

	private static final String CYCLE = "ASEMME10";

	private static final String INITIATIVE = "A01-I02";

	private static final String PROGRESS = "Four editions of the young leaders' programme brought 212 people together.";

	private static final String PASSWORD = "Written-on-no-paper-3";

	private static final String COORDINATOR = "coordinator@stocktake.example";

	private static final String REVIEWER = "reviewer@stocktake.example";

	private static final Pattern STARTED = Pattern.compile("Started StocktakeApplication in ([\\d.]+) seconds");

	private final Clock clock = Clock.systemUTC();

	private final LocalDate som2 = LocalDate.now(this.clock).plusDays(200);

	private final Containers containers = new Containers(System.getProperty("stocktake.compose.project", ""));

	private final CaughtMails mails = new CaughtMails(
			URI.create(System.getProperty("stocktake.compose.mails", "http://localhost:8025")));

	private Web web;

	@Test
	void aCycleIsWalkedWhileNodesComeAndGo() throws Exception {
		List.of("database", "proxy", "mail", "node1", "node2").forEach(this.containers::awaitHealthy);
		lookAtTheStart();
		this.web = new Web(URI.create(System.getProperty("stocktake.compose.url", "https://localhost")),
				this.containers.in("proxy", "cat", "/data/caddy/pki/authorities/local/root.crt"));
		Walker secretariat = new Walker(this.web).signIn("aes@stocktake.example", "Only-for-trying-7");
		openCycle(secretariat);
		assertThat(answeringNodes()).as("both nodes answer one person").containsExactly("node1", "node2");
		Walker coordinator = invited(COORDINATOR);
		Walker reviewer = invited(REVIEWER);
		submitWhileTheSecondNodeIsStopped(coordinator);
		reviewWhileTheFirstNodeIsDead(reviewer);
		bringBackTheFirstNode(coordinator);
		report(secretariat, reviewer);
		adopt(secretariat);
		readAsAnybody();
		signOut(secretariat);
		say("Requests over the proxy: %d, answered by node1 %d, by node2 %d", this.web.requests(), answers("node1"),
				answers("node2"));
		countMails();
	}

	private void lookAtTheStart() {
		List<String> started = Stream.of("node1", "node2")
			.map((node) -> STARTED.matcher(this.containers.log(node)))
			.map((start) -> start.find() ? start.group(1) : fail("A node has not said that it started."))
			.toList();
		say("Two nodes started at once on an empty database: in %s s and %s s", started.get(0), started.get(1));
		assertThat(sql("select count(*) from act_re_deployment")).isEqualTo("1");
		assertThat(sql("select count(*) from contact")).isEqualTo("1");
		for (String node : List.of("node1", "node2")) {
			assertThat(this.containers.in(node, "id", "-u")).as("not root").isEqualTo("10001");
			assertThat(this.containers.log(node)).contains("\"level\":\"INFO\"").doesNotContain("\"level\":\"ERROR\"");
		}
	}

	private void openCycle(Walker secretariat) {
		secretariat.upload("/desk/contacts", """
				party,name,e-mail,language,zone,role
				ASEF,Ann Coordinator,%s,en,,coordinator
				AES,Rob Reviewer,%s,en,,reviewer
				""".formatted(COORDINATOR, REVIEWER));
		ObjectNode cycle = (ObjectNode) secretariat.read("/api/cycles/proposal?som2=" + this.som2);
		cycle.put("name", CYCLE).put("title", "From Malta to Seoul").put("zone", "Europe/Rome");
		cycle.putArray("meetings").addObject().put("kind", "SOM2").put("planned", this.som2.toString());
		assertThat(secretariat.write("POST", "/api/cycles", cycle).path("name").asText()).isEqualTo(CYCLE);
		await("the requests can be sent", () -> {
			secretariat.write("POST", "/api/cycles/" + CYCLE + "/requests", Map.of());
			return true;
		});
		say("The administrator made people, opened %s and sent the requests", CYCLE);
		await("52 updates are asked for", () -> initiatives(secretariat).size() == 52);
	}

	private Walker invited(String email) {
		String letter = this.mails.await(email, "please choose your password");
		String link = CaughtMails.link(letter, this.web.root() + "/invitation/");
		Walker person = new Walker(this.web);
		person.get(link);
		person.post(link, Map.of("password", PASSWORD, "repeated", PASSWORD));
		say("%s chose a password by the link in the mail", email);
		return person.signIn(email, PASSWORD);
	}

	private void submitWhileTheSecondNodeIsStopped(Walker coordinator) {
		String update = "/api/updates/" + CYCLE + "/" + INITIATIVE;
		assertThat(this.mails.await(COORDINATOR, "update"))
			.contains(this.web.root() + "/i/" + CYCLE + "/" + INITIATIVE);
		int exit = this.containers.stop("node2");
		assertThat(exit).as("stopped by its own will, not killed").isEqualTo(143);
		assertThat(this.containers.log("node2")).contains("This node has finished its jobs and given back",
				"Graceful shutdown complete");
		long version = coordinator.read(update).at("/draft/version").asLong();
		Map<String, Object> content = Map.of("progress", PROGRESS, "completion", "partly-completed", "aims",
				"partly-achieved", "continuation", "ongoing", "milestones",
				IntStream.rangeClosed(1, LINES)
					.mapToObj((line) -> Map.of("position", line, "outcome", "under-way"))
					.toList(),
				"plans", List.of(Map.of("activity", "Fifth edition in Jakarta", "when", "2030")));
		long saved = coordinator.write("PUT", update + "/draft", Map.of("version", version, "content", content))
			.path("version")
			.asLong();
		coordinator.write("POST", update + "/submission", Map.of("version", saved, "content", content));
		say("node2 stopped (exit %d); the coordinator submitted %s on node1", exit, INITIATIVE);
		this.containers.start("node2");
		this.containers.awaitHealthy("node2");
	}

	private void reviewWhileTheFirstNodeIsDead(Walker reviewer) {
		this.containers.kill("node1");
		long killed = this.clock.millis();
		assertThat(reviewer.isSignedIn()).as("signed in while node1 lived").isTrue();
		long answered = this.clock.millis() - killed;
		assertThat(reviewer.tasks().findValuesAsText("name")).anyMatch((task) -> task.contains(INITIATIVE));
		reviewer.write("POST", "/api/reviews/" + CYCLE + "/" + INITIATIVE, Map.of("revision", 1, "accepted", true));
		say("node1 killed; the next request was answered by node2 after %d ms, and the reviewer accepted the update",
				answered);
	}

	private void bringBackTheFirstNode(Walker coordinator) {
		this.containers.start("node1");
		this.containers.awaitHealthy("node1");
		assertThat(coordinator.isSignedIn()).isTrue();
		assertThat(coordinator.read("/api/updates/" + CYCLE + "/" + INITIATIVE).path("settledAs").asText())
			.isEqualTo("accepted");
		say("node1 is back");
	}

	private void report(Walker secretariat, Walker reviewer) {
		String report = "/api/reports/" + CYCLE;
		hold(secretariat, "ISOM", this.som2.minusDays(190), List.of());
		hold(secretariat, "SOM1", this.som2.minusDays(180), List.of("ISOM"));
		secretariat.write("POST", "/api/cycles/" + CYCLE + "/closing", Map.of());
		for (String chapter : List.of("foreword", "outlook")) {
			await("the " + chapter + " can be left out", () -> {
				long version = secretariat.read(report + "/chapters/" + chapter).at("/draft/version").asLong();
				secretariat.write("POST", report + "/chapters/" + chapter + "/finished",
						Map.of("version", version, "leaveOut", true));
				return true;
			});
		}
		await("the report is edited", () -> {
			secretariat.write("POST", report + "/edited", Map.of());
			return true;
		});
		await("the reviewers have no comments", () -> {
			reviewer.write("POST", report + "/comments/handed-in", Map.of("comments", 0));
			return true;
		});
		assertThat(secretariat.get("/reports/" + CYCLE + "/draft")).contains(PROGRESS.substring(0, 20));
		say("The gathering is closed, the report edited, the comment round over");
	}

	private void adopt(Walker secretariat) {
		hold(secretariat, "SOM2", this.som2, List.of("SOM1"));
		String endorsement = "/api/endorsements/" + CYCLE;
		await("SOM2's changes are taken in", () -> {
			secretariat.write("POST", endorsement + "/changes", Map.of("asked", ""));
			return true;
		});
		LocalDate asemme = this.som2.plusDays(1);
		hold(secretariat, "ASEMME", asemme, List.of());
		await("the adoption is recorded", () -> {
			secretariat.write("POST", endorsement + "/adoption", Map.of("adopted", true, "on", asemme.toString()));
			return true;
		});
		say("The four meetings are held, the work plan is adopted");
	}

	private void hold(Walker secretariat, String kind, LocalDate day, List<String> minutes) {
		String meeting = "/api/cycles/" + CYCLE + "/meetings/" + kind;
		await(kind + " is confirmed", () -> {
			secretariat.write("POST", meeting + "/confirmation",
					Map.of("planned", day.toString(), "place", "Malta", "format", "in-person", "host", "Malta"));
			return true;
		});
		secretariat.write("POST", meeting + "/preparation", Map.of());
		secretariat.write("POST", meeting + "/outcome", Map.of("outcome", "held", "heldOn", day.toString()));
		for (String earlier : minutes) {
			secretariat.write("POST", meeting + "/minutes",
					Map.of("decisions", Map.of(CYCLE + "/" + earlier, "adopted")));
		}
		secretariat.write("POST", meeting + "/record",
				Map.of("heldOn", day.toString(), "format", "in-person", "partners", 41));
	}

	private void readAsAnybody() throws Exception {
		Walker anybody = new Walker(this.web);
		await("the report is published", () -> anybody.get("/reports").contains("From Malta to Seoul"));
		assertThat(anybody.get("/reports/" + CYCLE + "/report.html")).contains("Four editions of the young leaders",
				"A17-I03");
		byte[] word = bytes("/reports/" + CYCLE + "/report.docx");
		assertThat(new String(word, 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
		String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(word));
		assertThat(anybody.get("/reports/" + CYCLE + "/sealed")).contains(sum);
		say("The report is public: %,d bytes of Word, SHA-256 %s, as sealed", word.length, sum);
	}

	private void signOut(Walker secretariat) {
		secretariat.post("/logout", Map.of());
		for (int request = 0; request < 4; request++) {
			assertThat(secretariat.isSignedIn()).as("signed out on both nodes").isFalse();
		}
	}

	private void countMails() {
		Map<String, Long> subjects = new TreeMap<>();
		this.mails.all()
			.forEach((mail) -> subjects.merge(mail.path("Subject").asText().replaceAll("[A-Z]\\d\\d-I\\d\\d", "…"), 1L,
					Long::sum));
		assertThat(this.mails.all().stream().map((mail) -> mail.path("MessageID").asText())).doesNotHaveDuplicates();
		say("Mails caught:");
		subjects.forEach((subject, number) -> say("  %3d  %s", number, subject));
	}

	private static List<JsonNode> initiatives(Walker secretariat) {
		JsonNode lines = secretariat.read("/api/cockpit/cycles/" + CYCLE + "/initiatives");
		JsonNode rows = lines.isArray() ? lines : lines.path("lines");
		return StreamSupport.stream(rows.spliterator(), false).toList();
	}

	private List<String> answeringNodes() {
		return Stream.of("node1", "node2").filter((node) -> answers(node) > 0).toList();
	}

	/**
	 * The requests that came through the proxy, in the access log that the walk turns on.
	 */
	private long answers(String node) {
		return this.containers.log(node)
			.lines()
			.filter((line) -> line.startsWith("request ") && !line.contains("/actuator/"))
			.count();
	}

	private String sql(String query) {
		return this.containers.in("database", "env", "PGPASSWORD=only-for-trying", "psql", "--host=127.0.0.1",
				"--username=stocktake", "--dbname=stocktake", "--tuples-only", "--no-align", "--command", query);
	}

	private byte[] bytes(String path) {
		HttpResponse<byte[]> answer = this.web.send(this.web.request(path).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	/**
	 * What jobs do between two acts of a person takes a moment: until then they are
	 * refused.
	 */
	private static void await(String what, Callable<Boolean> act) {
		Awaitility.await(what)
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(500))
			.ignoreException(AssertionError.class)
			.until(act);
	}

	private static void say(String words, Object... values) {
		System.out.printf(words + "%n", values);
	}

}
