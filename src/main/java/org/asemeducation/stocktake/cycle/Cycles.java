package org.asemeducation.stocktake.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reporting cycles.
 */
@Component
public class Cycles {

	private static final String CYCLE = """
			select c.*, array(select d.kind || ' ' || d.on_date from deadline d where d.cycle = c.name) as deadlines
			from cycle c where c.name = :name
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Cycles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<Cycle> find(CycleName name) {
		return this.jdbc.sql(CYCLE).param("name", name.value()).query((row, number) -> read(row)).optional();
	}

	/**
	 * The cycle of that name.
	 * @param name the name
	 * @return the cycle
	 * @throws Refused when there is none
	 */
	public Cycle get(CycleName name) {
		return find(name).orElseThrow(() -> Refused.notFound("There is no cycle %s.".formatted(name)));
	}

	/**
	 * The cycle, locked until the caller's transaction ends: whoever waits for a message
	 * and whoever sends it come through here.
	 * @param name the name
	 * @return the cycle as it stands now
	 */
	public Cycle lock(CycleName name) {
		this.jdbc.sql("select name from cycle where name = :name for update")
			.param("name", name.value())
			.query()
			.listOfRows();
		return get(name);
	}

	/**
	 * The cycles that are under way.
	 * @return the one opened last first
	 */
	public List<CycleName> unpublished() {
		return this.jdbc.sql(
				"select name from cycle where state not in ('published', 'ended', 'completed') order by opened_at desc, name")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	/**
	 * The requests have gone out. Does nothing when they had before.
	 * @param name the cycle
	 */
	public void requested(CycleName name) {
		this.jdbc
			.sql("update cycle set state = 'gathering', requested_at = :at where name = :name and state = 'opened'")
			.param("at", now())
			.param("name", name.value())
			.update();
	}

	/**
	 * The gathering has ended. Does nothing when it had before.
	 * @param name the cycle
	 */
	public void closed(CycleName name) {
		this.jdbc.sql("update cycle set state = 'closed', closed_at = :at where name = :name and closed_at is null")
			.param("at", now())
			.param("name", name.value())
			.update();
	}

	/**
	 * The report is published.
	 * @param name the cycle
	 */
	public void published(CycleName name) {
		this.jdbc
			.sql("update cycle set state = 'published', published_at = :at where name = :name and published_at is null")
			.param("at", now())
			.param("name", name.value())
			.update();
	}

	/**
	 * The plan that the round was about is completed.
	 * @param name the cycle
	 */
	public void completed(CycleName name) {
		this.jdbc.sql("update cycle set state = 'completed' where name = :name").param("name", name.value()).update();
	}

	/**
	 * The AES has ended it.
	 * @param name the cycle
	 * @param reason why
	 * @param open what was left open, in words
	 * @param by the user id
	 */
	void ended(CycleName name, String reason, List<String> open, String by) {
		this.jdbc.sql("update cycle set state = 'ended' where name = :name").param("name", name.value()).update();
		this.jdbc.sql("""
				insert into cycle_ending (cycle, reason, open, ended_at, ended_by)
				values (:name, :reason, :open, :at, :by)""")
			.param("name", name.value())
			.param("reason", reason)
			.param("open", open.toArray(String[]::new))
			.param("at", now())
			.param("by", by)
			.update();
	}

	/**
	 * Changes when coordinators are reminded, from now on.
	 * @param name the cycle
	 * @param reminders days from the deadline, negative before it
	 * @param freezeReminders days from the freeze
	 * @throws Refused when they are no days of a ladder
	 */
	public void remind(CycleName name, List<Integer> reminders, List<Integer> freezeReminders) {
		List<Refused.Problem> problems = new ArrayList<>();
		ReminderDays.check("reminders", reminders, problems);
		ReminderDays.check("freezeReminders", freezeReminders, problems);
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is changed yet.", problems);
		}
		this.jdbc.sql("update cycle set reminders = :reminders, freeze_reminders = :freeze where name = :name")
			.param("reminders", reminders.toArray(Integer[]::new))
			.param("freeze", freezeReminders.toArray(Integer[]::new))
			.param("name", name.value())
			.update();
	}

	/**
	 * The extra questions of a cycle.
	 * @param name the cycle
	 * @return by position from 1, in order
	 */
	public List<CycleQuestion> questions(CycleName name) {
		return this.jdbc.sql("select position, text from cycle_question where cycle = :cycle order by position")
			.param("cycle", name.value())
			.query((row, number) -> new CycleQuestion(row.getInt("position"), row.getString("text")))
			.list();
	}

	private static Cycle read(ResultSet row) throws SQLException {
		CycleName name = new CycleName(row.getString("name"));
		return new Cycle(name, row.getString("title"), ZoneId.of(row.getString("zone")),
				Cycle.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), deadlines(row),
				instant(row, "requested_at"), instant(row, "closed_at"),
				Cycle.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
	}

	private static Map<DeadlineKind, LocalDate> deadlines(ResultSet row) throws SQLException {
		Map<DeadlineKind, LocalDate> deadlines = new EnumMap<>(DeadlineKind.class);
		for (String deadline : (String[]) row.getArray("deadlines").getArray()) {
			String[] words = deadline.split(" ");
			deadlines.put(DeadlineKind.of(words[0]), LocalDate.parse(words[1]));
		}
		return deadlines;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
