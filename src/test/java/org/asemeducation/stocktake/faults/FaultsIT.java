package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.access.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes on one database, a thousand people, and what can go wrong. One story: people
 * are invited while nodes are killed, asked while the mail server misbehaves, and write
 * while the database restarts, all at once, and while the gathering ends.
 * {@code -Dstocktake.faults.kills=20} kills more often than the usual three times.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

	private static final int KILLS = Integer.getInteger("stocktake.faults.kills", 3);

	private static final long SEED = Long.getLong("stocktake.faults.seed", System.nanoTime());

	private static final String CYCLE = "FAULTS";

	private static final Duration LONG = Duration.ofMinutes(6);

	/** A whole hour, less what the look at the database took. */
	private static final Pattern TAKES_NO_JOBS = Pattern
		.compile("3(600|59\\d) s ahead of the database's: it takes no jobs");

	private static final Pattern INVITATION = Pattern.compile("/invitation/([A-Za-z0-9_-]+)");

	@TempDir
	private static Path folder;

	private final Random random = new Random(SEED);

	private final FaultCounts counts = new FaultCounts();

	private final ExecutorService people = Executors.newFixedThreadPool(60);

	private Installation installation;

	private Node first;

	private Node second;

	@BeforeAll
	void startTwoNodesAtOnceOnAnEmptyDatabase() throws Exception {
		this.installation = new Installation(folder);
		this.first = this.installation.node("first").start();
		this.second = this.installation.node("second").start();
	}

	@BeforeEach
	void awaitBothNodes() {
		this.first.awaitReady();
		this.second.awaitReady();
	}

	@AfterAll
	void end() throws Exception {
		this.people.shutdownNow();
		this.installation.close();
		this.counts.write(SEED);
	}

	@Test
	@Order(1)
	void killedNodesLoseNoMail() throws Exception {
		// given
		List<Kill> kills = new ArrayList<>();
		List<Integer> moments = this.random.ints(20, ManyParties.PEOPLE - 50)
			.distinct()
			.limit(KILLS)
			.sorted()
			.boxed()
			.toList();
		this.installation.mails().onMail((count) -> {
			if (moments.contains(count)) {
				kills.add(kill(this.random.nextBoolean() ? this.first : this.second));
			}
		});

		// when
		assertThat(invite().statusCode()).isEqualTo(302);
		await(() -> people(received()).containsAll(everybody()));

		// then
		await(() -> ledger("sent") >= ManyParties.PEOPLE);
		this.installation.mails().onMail((count) -> {
		});
		assertThat(kills).hasSize(KILLS);
		Map<String, List<MailSink.Received>> byPerson = received().stream()
			.collect(Collectors.groupingBy(MailSink.Received::recipient));
		List<List<MailSink.Received>> doubled = byPerson.values().stream().filter((mails) -> mails.size() > 1).toList();
		assertThat(doubled).as("mails under two Message-IDs")
			.filteredOn((mails) -> mails.stream().map(MailSink.Received::messageId).distinct().count() > 1)
			.isEmpty();
		assertThat(doubled).as("mails doubled though nobody was killed between the server's answer and our commit")
			.filteredOn((mails) -> kills.stream().noneMatch((kill) -> kill.cutOff(mails.get(0))))
			.isEmpty();
		this.counts.add("mails that left while nodes were killed", byPerson.size());
		this.counts.add("nodes killed (SIGKILL) meanwhile", kills.size());
		this.counts.add("mails lost",
				(int) everybody().stream().filter((person) -> !byPerson.containsKey(person)).count());
		this.counts.add("mails doubled, all in the stated window, same Message-ID", doubled.size());
	}

	@Test
	@Order(2)
	void aMailServerThatMisbehavesHoldsUpOnlyWhomItRefuses() throws Exception {
		// given
		String dead = ManyParties.address(ManyParties.PEOPLE);
		this.installation.mails().refuse(dead, "550 no such user");
		this.installation.mails().refuseAll("451 not now");
		this.installation.mails().answerAfter(Duration.ofMillis(5));
		int before = received().size();
		Visitor secretary = Installation.administrator(this.first);

		// when
		assertThat(open(secretary).statusCode()).isEqualTo(201);
		assertThat(secretary.api("POST", "/api/cycles/%s/requests".formatted(CYCLE), "").statusCode()).isEqualTo(204);
		await(() -> this.installation.mails().refused() > 200);
		assertThat(received().size()).isEqualTo(before);
		this.installation.mails().refuseAll("");

		// then
		Set<String> alive = everybody().stream().filter((person) -> !person.equals(dead)).collect(Collectors.toSet());
		await(() -> {
			hastenRetries();
			return people(since(before)).containsAll(alive);
		});
		await(() -> ledger("sent") >= 2 * ManyParties.PEOPLE - 1);
		assertThat(since(before)).hasSize(alive.size());
		assertThat(people(since(before))).hasSize(alive.size()).doesNotContain(dead);
		assertThat(this.installation.jdbc()
			.sql("""
					select a.outcome from delivery_attempt a join mail m on m.id = a.mail
					where m.recipient = :dead and m.cycle = :cycle order by a.number desc limit 1""")
			.param("dead", dead)
			.param("cycle", CYCLE)
			.query(String.class)
			.single()).contains("550 no such user");
		this.counts.add("mails that left after the server had refused everybody", alive.size());
		this.counts.add("mails that one dead address held up", alive.size() - people(since(before)).size());
	}

	@Test
	@Order(3)
	void aNodeWhoseClockIsAnHourAheadDoesNothingTooEarly() throws Exception {
		// given the hourly run, which is due within the hour: for that node it is overdue
		Instant due = nextHourlyRun();

		// when
		Node ahead = this.installation.node("ahead", HourAhead.class).start().awaitReady();

		// then
		await(() -> TAKES_NO_JOBS.matcher(Files.readString(ahead.log())).find());
		Awaitility.await()
			.during(Duration.ofSeconds(15))
			.atMost(Duration.ofSeconds(30))
			.until(this::nextHourlyRun, due::equals);
		assertThat(ahead.visitor().api("GET", "/actuator/health", "").statusCode()).isEqualTo(503);
		assertThat(this.first.visitor().api("GET", "/actuator/health", "").statusCode()).isEqualTo(200);
		ahead.stop();
		this.counts.add("hourly runs taken too early by a node an hour ahead", nextHourlyRun().equals(due) ? 0 : 1);
	}

	@Test
	@Order(4)
	void aDatabaseThatRestartsLosesNoSubmission() throws Exception {
		// given
		Map<Integer, Visitor> writers = signIn(1, 50);

		// when the database goes away while fifty people submit
		CountDownLatch start = new CountDownLatch(1);
		List<CompletableFuture<Told>> told = writers.entrySet()
			.stream()
			.map((writer) -> whenStarted(start, Duration.ZERO, () -> submit(writer.getKey(), writer.getValue())))
			.toList();
		start.countDown();
		await(() -> told.stream().anyMatch(CompletableFuture::isDone));
		this.installation.stopDatabase();
		this.installation.startDatabase();
		List<Told> answers = told.stream().map(CompletableFuture::join).toList();

		// then what was confirmed is there, and nothing is half done
		assertConfirmedIsKept(answers);
		assertNothingIsHalfDone(1, 50);
		// and who was not told submits again, when the nodes have found the database
		await(() -> Installation.administrator(this.first).get("/desk/plan").statusCode() == 200);
		await(() -> Installation.administrator(this.second).get("/desk/plan").statusCode() == 200);
		answers.stream().filter((answer) -> answer.status() != 201).forEach((answer) -> {
			Told again = submit(answer.party(), writers.get(answer.party()));
			assertThat(again.status()).as(again.body()).isIn(201, 409);
		});
		assertThat(revisions(1, 50)).isEqualTo(50);
		assertNothingIsHalfDone(1, 50);
		this.counts.add("people who submitted while the database restarted", 50);
		this.counts.add("of them confirmed before or after it",
				(int) answers.stream().filter((answer) -> answer.status() == 201).count());
		this.counts.add("submissions lost", 50 - revisions(1, 50));
	}

	@Test
	@Order(5)
	void fiftyPeopleSubmitInTheSameSecond() throws Exception {
		// given
		Map<Integer, Visitor> writers = signIn(51, 100);

		// when
		List<Told> answers = atOnce(writers, (party) -> submit(party, writers.get(party)));

		// then
		assertThat(answers).hasSize(50)
			.allSatisfy((answer) -> assertThat(answer.status()).as(answer.body()).isEqualTo(201));
		assertThat(revisions(51, 100)).isEqualTo(50);
		assertNothingIsHalfDone(51, 100);
		this.counts.add("people who submitted in the same second, all confirmed", answers.size());
	}

	@Test
	@Order(6)
	void theFreezeTakesInOrRefusesButLosesNothing() throws Exception {
		// given
		Map<Integer, Visitor> writers = signIn(101, 150);
		Visitor secretary = Installation.administrator(this.second);

		// when all of them submit within two seconds, and the gathering ends after one
		CountDownLatch start = new CountDownLatch(1);
		CompletableFuture<Integer> freeze = whenStarted(start, Duration.ofSeconds(1),
				() -> secretary.api("POST", "/api/cycles/%s/closing".formatted(CYCLE), "").statusCode());
		List<CompletableFuture<Told>> told = writers.entrySet()
			.stream()
			.map((writer) -> whenStarted(start, Duration.ofMillis(this.random.nextInt(2_000)),
					() -> submit(writer.getKey(), writer.getValue())))
			.toList();
		start.countDown();
		List<Told> answers = told.stream().map(CompletableFuture::join).toList();

		// then
		assertThat(freeze.get(1, TimeUnit.MINUTES)).isEqualTo(204);
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).as(answer.body()).isIn(201, 409));
		assertConfirmedIsKept(answers);
		await(() -> open(101, 150) == 0);
		assertNothingIsHalfDone(101, 150);
		assertThat(revisions(101, 150))
			.isEqualTo((int) answers.stream().filter((answer) -> answer.status() == 201).count());
		this.counts.add("people who submitted while the gathering ended", answers.size());
		this.counts.add("of them confirmed and under review", revisions(101, 150));
		this.counts.add("of them refused in words", answers.size() - revisions(101, 150));
	}

	private Kill kill(Node node) {
		node.kill();
		Kill kill = new Kill(System.nanoTime());
		node.startAgain();
		return kill;
	}

	private HttpResponse<String> invite() {
		Visitor secretary = Installation.administrator(this.first);
		secretary.get("/desk/contacts");
		return secretary.postParts("/desk/contacts", "multipart/form-data; boundary=cut", """
				--cut\r
				Content-Disposition: form-data; name="file"; filename="contacts.csv"\r
				Content-Type: text/csv\r
				\r
				%s\r
				--cut--\r
				""".formatted(ManyParties.contacts()));
	}

	private static HttpResponse<String> open(Visitor secretary) {
		LocalDate today = LocalDate.now();
		return secretary.api("POST", "/api/cycles",
				"""
						{"name": "%s", "title": "A cycle to which things happen", "zone": "Europe/Rome", "request": "%s",
						"deadline": "%s", "freeze": "%s", "reviews": "%s", "comments": "%s", "papers": "%s"}"""
					.formatted(CYCLE, today.plusDays(5), today.plusDays(40), today.plusDays(50), today.plusDays(60),
							today.plusDays(70), today.plusDays(80)));
	}

	private Map<Integer, Visitor> signIn(int from, int to) throws Exception {
		Map<String, String> tokens = received().stream()
			.map((mail) -> Map.entry(mail.recipient(), INVITATION.matcher(mail.text())))
			.filter((mail) -> mail.getValue().find())
			.collect(Collectors.toMap(Map.Entry::getKey, (mail) -> mail.getValue().group(1), (one, other) -> one));
		List<CompletableFuture<Map.Entry<Integer, Visitor>>> arriving = IntStream.rangeClosed(from, to)
			.mapToObj((party) -> CompletableFuture.supplyAsync(() -> Map.entry(party, arrive(party, tokens)),
					this.people))
			.toList();
		return arriving.stream()
			.map(CompletableFuture::join)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Visitor arrive(int party, Map<String, String> tokens) {
		Visitor visitor = ((party % 2 == 0) ? this.first : this.second).visitor();
		String person = ManyParties.firstPerson(party);
		String invitation = "/invitation/" + tokens.get(person);
		visitor.get(invitation);
		assertThat(visitor
			.postForm(invitation, Map.of("password", Installation.PASSWORD, "repeated", Installation.PASSWORD))
			.statusCode()).isEqualTo(302);
		assertThat(visitor.signIn(person, Installation.PASSWORD).headers().firstValue("Location"))
			.hasValueSatisfying((next) -> assertThat(next).doesNotContain("failed"));
		visitor.get("/");
		return visitor;
	}

	private Told submit(int party, Visitor visitor) {
		try {
			HttpResponse<String> answer = visitor.api("POST",
					"/api/updates/%s/%s/submission".formatted(CYCLE, ManyParties.initiative(party)), """
							{"version": 0, "content": {"progress": "%s", "completion": "partly-completed",
							"aims": "partly-achieved", "continuation": "ongoing",
							"milestones": [{"position": 1, "outcome": "under-way"}, {"position": 2, "outcome": "done"},
							{"position": 3, "outcome": "not-started"}],
							"plans": [{"activity": "Go on", "when": "2031"}]}}""".formatted(words(party)));
			return new Told(party, answer.statusCode(), answer.body());
		}
		catch (UncheckedIOException ex) {
			return new Told(party, 0, String.valueOf(ex.getMessage()));
		}
	}

	private static String words(int party) {
		return "What party %d has done, word by word.".formatted(party);
	}

	private List<Told> atOnce(Map<Integer, Visitor> writers, IntFunction<Told> act) {
		CountDownLatch start = new CountDownLatch(1);
		List<CompletableFuture<Told>> told = writers.keySet()
			.stream()
			.map((party) -> whenStarted(start, Duration.ZERO, () -> act.apply(party)))
			.toList();
		start.countDown();
		return told.stream().map(CompletableFuture::join).toList();
	}

	private <T> CompletableFuture<T> whenStarted(CountDownLatch start, Duration later, Supplier<T> act) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				start.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			LockSupport.parkNanos(later.toNanos());
			return act.get();
		}, this.people);
	}

	private void assertConfirmedIsKept(Collection<Told> answers) {
		answers.stream()
			.filter((answer) -> answer.status() == 201)
			.forEach((answer) -> assertThat(this.installation.jdbc()
				.sql("select content ->> 'progress' from revision where cycle = :cycle and initiative = :initiative")
				.param("cycle", CYCLE)
				.param("initiative", ManyParties.initiative(answer.party()))
				.query(String.class)
				.list()).containsExactly(words(answer.party())));
	}

	/** Request, revision and the engine's task say the same of each initiative. */
	private void assertNothingIsHalfDone(int from, int to) {
		assertThat(this.installation.jdbc()
			.sql("""
					select r.initiative || ' ' || r.state from update_request r
					where r.cycle = :cycle and r.initiative between :from and :to and not (
					    (r.state = 'in-review') = exists (select from revision v
					        where v.cycle = r.cycle and v.initiative = r.initiative)
					    and (r.state = 'in-review') = exists (select from act_ru_task t
					        join act_ru_execution e on e.id_ = t.proc_inst_id_
					        where e.business_key_ = r.cycle || '/' || r.initiative
					        and t.task_def_key_ = 'userTask_reviewUpdate')
					    and (r.state = 'requested') = exists (select from act_ru_task t
					        join act_ru_execution e on e.id_ = t.proc_inst_id_
					        where e.business_key_ = r.cycle || '/' || r.initiative
					        and t.task_def_key_ = 'userTask_provideUpdate'))""")
			.param("cycle", CYCLE)
			.param("from", ManyParties.initiative(from))
			.param("to", ManyParties.initiative(to))
			.query(String.class)
			.list()).isEmpty();
	}

	private int revisions(int from, int to) {
		return count("select count(*) from revision where cycle = :cycle and initiative between :from and :to", from,
				to);
	}

	private int open(int from, int to) {
		return count("select count(*) from update_request where cycle = :cycle and initiative between :from and :to"
				+ " and state = 'requested'", from, to);
	}

	private int count(String sql, int from, int to) {
		return this.installation.jdbc()
			.sql(sql)
			.param("cycle", CYCLE)
			.param("from", ManyParties.initiative(from))
			.param("to", ManyParties.initiative(to))
			.query(Integer.class)
			.single();
	}

	private long ledger(String state) {
		return this.installation.jdbc().sql("""
				select count(*) from mail m where state = :state and exists (select from mail_line l
				    where l.mail = m.id and l.kind in ('invitation', 'request'))
				and recipient like '%@parties.example'""").param("state", state).query(Long.class).single();
	}

	private Instant nextHourlyRun() {
		return this.installation.jdbc()
			.sql("select duedate_ at time zone 'UTC' from act_ru_job where process_def_key_ = 'reminder' and type_ = 'timer'")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/** What would be tried again in a minute, or in ten, is tried again now. */
	private void hastenRetries() {
		this.installation.jdbc().sql("""
				update act_ru_job set duedate_ = now() at time zone 'UTC'
				where process_def_key_ = 'mail' and exception_msg_ is not null and retries_ > 1
				and duedate_ > now() at time zone 'UTC'""").update();
	}

	private List<MailSink.Received> received() {
		return this.installation.mails()
			.received()
			.stream()
			.filter((mail) -> mail.recipient().endsWith("@parties.example"))
			.toList();
	}

	private List<MailSink.Received> since(int count) {
		List<MailSink.Received> received = received();
		return received.subList(count, received.size());
	}

	private static Set<String> people(List<MailSink.Received> mails) {
		return mails.stream().map(MailSink.Received::recipient).collect(Collectors.toSet());
	}

	private static Set<String> everybody() {
		return IntStream.rangeClosed(1, ManyParties.PEOPLE).mapToObj(ManyParties::address).collect(Collectors.toSet());
	}

	private static void await(Callable<Boolean> until) {
		Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(until);
	}

	/**
	 * What somebody was told who submitted.
	 *
	 * @param status 0 when the connection was cut
	 */
	private record Told(int party, int status, String body) {
	}

	/**
	 * A node that was killed.
	 *
	 * @param at by {@link System#nanoTime()}
	 */
	private record Kill(long at) {

		private static final long WINDOW = Duration.ofSeconds(2).toNanos();

		boolean cutOff(MailSink.Received mail) {
			return mail.at() <= this.at && this.at - mail.at() < WINDOW;
		}

	}

}
