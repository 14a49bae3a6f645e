package org.asemeducation.stocktake.cockpit.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.ledger.MailsAbout;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what the audit, the requests, the drafts, the mail ledger and the plan
 * know of an initiative. The words of drafts and messages stay where they are.
 */
@Component
class Histories {

	/** So many happenings are told at most, and so many of each source are looked at. */
	static final int MOST = 1_000;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private static final String CYCLES = """
			select c.name, c.title as cycle_title, c.zone, i.title from cycle_initiative i join cycle c on c.name = i.cycle
			where i.initiative = :initiative order by c.opened_at desc, c.name desc
			""";

	private static final String ACTS = """
			select a.at, a.act, a.subject, a.before, a.after, case when a.who <> 'stocktake' then coalesce(c.name, a.who) end as by
			from audit a left join contact c on c.user_id = a.who
			where a.subject = any(:subjects) order by a.at desc, a.id desc limit :most
			""";

	private static final String REQUESTS = """
			select cycle, asked_at, settled_as, settled_at from update_request
			where initiative = :initiative and cycle = any(:cycles)
			""";

	private static final String DRAFTS = """
			select d.cycle, d.saved_at, coalesce(c.name, d.saved_by) as by
			from draft d left join contact c on c.user_id = d.saved_by
			where d.initiative = :initiative and d.cycle = any(:cycles)
			""";

	private static final Map<String, String> CLOSED = Map.of("no-update-received", "Closed: no update was received",
			"draft-not-submitted", "Closed: its draft was never submitted, and is left out");

	private final JdbcClient jdbc;

	private final MailsAbout mails;

	private final PlanChanges changes;

	private final PlanHistory plan;

	private final Register register;

	private final Beside beside;

	Histories(JdbcClient jdbc, MailsAbout mails, PlanChanges changes, PlanHistory plan, Register register,
			Beside beside) {
		this.jdbc = jdbc;
		this.mails = mails;
		this.changes = changes;
		this.plan = plan;
		this.register = register;
		this.beside = beside;
	}

	/**
	 * What happened to an initiative.
	 * @param initiative its id
	 * @param cycle only in this one; empty for all, with what is in no cycle: changes of
	 * the plan, proposals, notes
	 * @param kind only this; {@code null} for all
	 * @return the history
	 * @throws Refused when neither the plan nor that cycle has such an initiative
	 */
	@Transactional(readOnly = true)
	InitiativeHistory of(InitiativeId initiative, String cycle, @Nullable HappeningKind kind) {
		Map<String, String> titles = new LinkedHashMap<>();
		List<InitiativeHistory.InCycle> cycles = this.jdbc.sql(CYCLES)
			.param("initiative", initiative.value())
			.query((row, number) -> {
				titles.put(row.getString("name"), row.getString("title"));
				return new InitiativeHistory.InCycle(row.getString("name"), row.getString("cycle_title"),
						ZoneId.of(row.getString("zone")));
			})
			.list();
		List<Happening> changes = cycle.isEmpty() ? changes(initiative) : List.of();
		if (cycles.isEmpty() && changes.isEmpty()) {
			throw Refused.notFound("Neither the plan nor a cycle has an initiative %s.".formatted(initiative));
		}
		String[] names = cycles.stream()
			.map(InitiativeHistory.InCycle::name)
			.filter((name) -> cycle.isEmpty() || name.equals(cycle))
			.toArray(String[]::new);
		if (names.length == 0 && !cycle.isEmpty()) {
			throw Refused.notFound("The cycle %s has no initiative %s.".formatted(cycle, initiative));
		}
		List<Happening> all = Stream
			.of(acts(initiative, cycle, names), beside(initiative, cycle, names), requests(initiative, names),
					drafts(initiative, names), mails(initiative, List.of(names)), changes)
			.flatMap(List::stream)
			.filter((happening) -> kind == null || happening.kind() == kind)
			.sorted(Comparator.comparing(Happening::at).reversed())
			.toList();
		String title = (names.length != 0) ? titles.get(names[0]) : titleInThePlan(initiative);
		return new InitiativeHistory(initiative.value(), title, cycles, all.size(),
				all.subList(0, Math.min(MOST, all.size())));
	}

	/** Notes are about the initiative itself, in no cycle. */
	private List<Happening> acts(InitiativeId initiative, String cycle, String[] cycles) {
		Stream<String> updates = Stream.of(cycles).map((name) -> name + "/" + initiative);
		String[] subjects = (cycle.isEmpty() ? Stream.concat(updates, Stream.of(initiative.value())) : updates)
			.toArray(String[]::new);
		return this.jdbc.sql(ACTS).param("subjects", subjects).param("most", MOST).query((row, number) -> {
			String subject = row.getString("subject");
			String name = subject.substring(0, Math.max(0, subject.lastIndexOf('/')));
			Act.Told told = Act.tell(row.getString("act"), row.getString("before"), row.getString("after"));
			return new Happening(instant(row, "at"), name, told.kind(), told.words(), told.detail(),
					row.getString("by"), null);
		}).list();
	}

	/** What was proposed is in no cycle. */
	private List<Happening> beside(InitiativeId initiative, String cycle, String[] cycles) {
		return this.beside.of(initiative.value(), cycles)
			.stream()
			.filter((one) -> cycle.isEmpty() || !one.cycle().isEmpty())
			.map((one) -> (one.by() == null) ? one
					: new Happening(one.at(), one.cycle(), one.kind(), one.words(), one.detail(),
							this.register.nameOf(one.by()), one.link()))
			.toList();
	}

	private List<Happening> requests(InitiativeId initiative, String[] cycles) {
		return asked(REQUESTS, initiative, cycles).query((row, number) -> {
			String cycle = row.getString("cycle");
			Happening asked = new Happening(instant(row, "asked_at"), cycle, HappeningKind.REQUEST,
					"An update was asked for", null, null, null);
			String closed = CLOSED.get(Objects.requireNonNullElse(row.getString("settled_as"), ""));
			return (closed != null) ? List.of(asked,
					new Happening(instant(row, "settled_at"), cycle, HappeningKind.REQUEST, closed, null, null, null))
					: List.of(asked);
		}).list().stream().flatMap(List::stream).toList();
	}

	private List<Happening> drafts(InitiativeId initiative, String[] cycles) {
		return asked(DRAFTS, initiative, cycles)
			.query((row, number) -> new Happening(instant(row, "saved_at"), row.getString("cycle"), HappeningKind.DRAFT,
					"Saved the draft last", "A draft is there: only those who write it see its words",
					row.getString("by"), null))
			.list();
	}

	private List<Happening> mails(InitiativeId initiative, List<String> cycles) {
		return this.mails.of(initiative.value(), MOST)
			.stream()
			.filter((mail) -> cycles.contains(mail.cycle()))
			.map((mail) -> new Happening(mail.at(), mail.cycle(), HappeningKind.MAIL,
					"Mail to %s: %s".formatted(mail.name(), mail.kinds()),
					"%s, %s".formatted(mail.recipient(), mail.state()), null, "/desk/mails/" + mail.id()))
			.toList();
	}

	private String titleInThePlan(InitiativeId initiative) {
		return this.plan.on(initiative, this.changes.today()).map((row) -> row.initiative().title()).orElse("");
	}

	/** Of the plan, which is no cycle's. */
	private List<Happening> changes(InitiativeId initiative) {
		return this.changes.newest(initiative.value(), MOST)
			.stream()
			.map((change) -> new Happening(change.enteredAt(), "", HappeningKind.OUTCOME,
					((change.calledOffBy() != null) ? "Change of the plan, called off: " : "Change of the plan: ")
							+ change.means(),
					"From %s, decided by %s: %s".formatted(DAY.format(change.from()), change.decidedBy(),
							change.reason()),
					this.register.nameOf(change.enteredBy()), "/desk/plan/changes?initiative=" + initiative))
			.toList();
	}

	private JdbcClient.StatementSpec asked(String sql, InitiativeId initiative, String[] cycles) {
		return this.jdbc.sql(sql).param("initiative", initiative.value()).param("cycles", cycles);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

}
