package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Coordinators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan that was kept and shows what was done since is the plan worked out anew, on the
 * node where it was done and on another. The whole is never worked out behind it here.
 */
@ProcessTest
class KeptPlansProcessTest {

	private static final int ACTS = 24;

	private static final List<String> KINDS = List.of("queued", "digest", "planned");

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private HoldingMails holding;

	@Autowired
	private SendingNow sending;

	@Autowired
	private CycleActs cycleActs;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Cycles cycles;

	@Autowired
	private MailPlan plan;

	@Autowired
	private PlanFacts facts;

	@Autowired
	private PlanActs acts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private KeptPlans here;

	private KeptPlans there;

	@BeforeEach
	void twoNodes() {
		this.jdbc.sql("update cycle set state = 'closed' where state in ('opened', 'gathering')").update();
		this.jdbc.sql("delete from unreachable").update();
		this.jdbc.sql("delete from digest").update();
		this.jdbc.sql("delete from held_back").update();
		this.here = node();
		this.there = node();
	}

	@AfterEach
	void nothingIsHeldBack() {
		this.jdbc.sql("delete from held_back").update();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void whateverIsDoneTheKeptPlanIsThePlan(long seed) {
		// given requests that are queued, reminders of several initiatives, and digests
		Cycle cycle = this.cycles
			.get(this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS, Troupe.SUPPORTED));
		this.coordinators.submit(cycle.name(), Troupe.SUPPORTED, "inland", "A toolkit.");
		covered();
		this.here.of(cycle);
		this.there.of(cycle);
		Random random = new Random(seed);
		Set<String> done = new TreeSet<>();
		// when
		for (int act = 0; act < ACTS; act++) {
			String kind = KINDS.get(act % KINDS.size());
			String what = List.of("hold", "hold", "release", "release", "now").get(random.nextInt(5));
			List<PlannedMail> mails = this.here.of(cycle)
				.mails()
				.stream()
				.filter((mail) -> kind(mail).equals(kind))
				.filter((mail) -> !what.equals("release") || mail.lines().stream().anyMatch(PlannedLine::isHeld))
				.toList();
			if (!mails.isEmpty() && isDone(cycle.name(), what, mails.get(random.nextInt(mails.size())))) {
				done.add(what + " " + kind);
			}
			// then
			assertThat(this.here.of(cycle).mails()).as("%d: %s %s", act, what, kind).isEqualTo(this.plan.of(cycle));
			if (act % 4 == 0) {
				assertThat(this.there.of(cycle).mails()).as("there, %d", act).isEqualTo(this.plan.of(cycle));
			}
		}
		assertThat(this.there.of(cycle).mails()).isEqualTo(this.plan.of(cycle));
		assertThat(this.here.of(cycle).patched()).as("the whole was worked out once").isTrue();
		assertThat(this.there.of(cycle).patched()).isTrue();
		assertThat(done).hasSizeGreaterThan(4);
	}

	@Test
	void aRequestThatIsSentNowMovesWhatComesToThoseWhoAreAskedTogether() {
		// given two who were both left out of the requests, shortly before a rung
		CycleName name = this.stage.openWith(List.of(Troupe.TWO_COORDINATORS));
		this.cycleActs.sendRequests(name, List.of(contact("harbour").value(), contact("malta").value()), aes());
		this.jobs.run(name, "serviceTask_startUpdates");
		this.jobs.run(name, "serviceTask_queueRequests");
		Cycle cycle = this.cycles.get(name);
		this.stage.later(Duration
			.between(this.stage.now(),
					cycle.date(DeadlineKind.DEADLINE).minusDays(16).atStartOfDay(ZoneId.of("Europe/Rome")).toInstant())
			.toSeconds());
		covered();
		List<PlannedMail> before = to("malta", this.here.of(cycle));
		this.there.of(cycle);
		PlannedMail request = to("harbour", this.here.of(cycle)).stream()
			.filter((mail) -> mail.lines().stream().anyMatch((line) -> "request".equals(line.kind())))
			.findFirst()
			.orElseThrow();
		// when
		this.sending.send(name, request.contact(), request.at(), null, aes());
		// then
		for (KeptPlans node : List.of(this.here, this.there)) {
			assertThat(node.of(cycle).mails()).isEqualTo(this.plan.of(cycle));
			assertThat(to("malta", node.of(cycle))).isNotEqualTo(before)
				.anyMatch((mail) -> mail.stop() == Stop.TOO_SOON);
		}
	}

	@Test
	void whatIsHeldBeforeTheRequestsIsSeenInTheKeptPlan() {
		// given
		Cycle cycle = this.cycles.get(this.stage.openWith(List.of(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS)));
		this.here.of(cycle);
		this.there.of(cycle);
		// when their request is held nobody asks them to confirm either
		PlannedMail request = to("harbour", this.here.of(cycle)).stream()
			.filter((mail) -> mail.lines().stream().anyMatch((line) -> "request".equals(line.kind())))
			.findFirst()
			.orElseThrow();
		this.holding.hold(cycle.name(), request.contact(), request.at(), null, "Wait", aes());
		// then
		for (KeptPlans node : List.of(this.here, this.there)) {
			assertThat(node.of(cycle).mails()).isEqualTo(this.plan.of(cycle));
			assertThat(to("harbour", node.of(cycle)))
				.noneMatch((mail) -> mail.lines().stream().anyMatch((line) -> "confirm".equals(line.kind())));
		}
	}

	private static String kind(PlannedMail mail) {
		return (mail.mail() != null) ? "queued" : mail.isDigest() ? "digest" : "planned";
	}

	private boolean isDone(CycleName cycle, String what, PlannedMail mail) {
		try {
			switch (what) {
				case "hold" -> this.holding.hold(cycle, mail.contact(), mail.at(), mail.mail(), "Wait", aes());
				case "release" -> this.holding.release(cycle, mail.contact(), mail.at(), mail.mail(), aes());
				default -> this.sending.send(cycle, mail.contact(), mail.at(), mail.mail(), aes());
			}
			return true;
		}
		catch (Refused ex) {
			return false;
		}
	}

	private KeptPlans node() {
		return new KeptPlans(this.cycles, this.plan, this.facts, this.acts, this.jdbc, this.clock, 1, (whole) -> {
		});
	}

	private List<PlannedMail> to(String person, KeptPlan plan) {
		ContactId contact = contact(person);
		return plan.mails().stream().filter((mail) -> mail.contact().equals(contact)).toList();
	}

	private ContactId contact(String person) {
		return new ContactId(this.jdbc.sql("select id from contact where user_id = :user")
			.param("user", this.troupe.user(person))
			.query(Long.class)
			.single());
	}

	private void covered() {
		this.jdbc.sql("update reminder_run set covered_until = :now")
			.param("now", Timestamp.from(this.stage.now()))
			.update();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
