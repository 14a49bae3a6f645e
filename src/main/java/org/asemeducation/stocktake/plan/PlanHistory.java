package org.asemeducation.stocktake.plan;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The plan as it was, is and will be: each row from the day on which it began to read so.
 * Nothing in it is ever changed but who coordinates in what is still to come; what was
 * called off is passed over.
 */
@Component
public class PlanHistory {

	private static final JsonMapper PARTIES = JsonMapper.builder()
		.disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
		.build();

	private static final String ROWS = """
			select distinct on (r.initiative) r.*
			from plan_row r join plan_change c on c.id = r.change and c.called_off_at is null
			""";

	private final JdbcTemplate jdbc;

	PlanHistory(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All initiatives as they stood on a day.
	 * @param day of UTC
	 * @return by action, in their order, with what was suspended or had ended
	 */
	public List<PlanRow> asOf(LocalDate day) {
		return this.jdbc.query("select * from (" + ROWS + """
				where r.from_day <= ? order by r.initiative, r.from_day desc, r.change desc) x
				order by action, position, initiative""", (row, number) -> row(row), Date.valueOf(day));
	}

	/**
	 * The first initiatives of a day, to choose from.
	 * @param day of UTC
	 * @param most how many at most
	 * @return by action, in their order, with what was suspended or had ended; empty when
	 * there are more, which are no help in a list
	 */
	public List<PlanRow> offered(LocalDate day, int most) {
		List<PlanRow> rows = first(day, "true", most + 1);
		return (rows.size() > most) ? List.of() : rows;
	}

	/**
	 * The first initiatives of an action as they stood on a day.
	 * @param day of UTC
	 * @param action its number
	 * @param most how many at most
	 * @return in their order, without what had ended
	 */
	public List<PlanRow> ofAction(LocalDate day, int action, int most) {
		return first(day, "standing <> 'ended' and action = " + action, most);
	}

	/** Which rows they are is found first: all of a large plan would be much to read. */
	private List<PlanRow> first(LocalDate day, String which, int most) {
		return this.jdbc.query("""
				select r.* from (
				    select initiative, change from (
				        select distinct on (r.initiative) r.initiative, r.change, r.action, r.position, r.standing
				        from plan_row r join plan_change c on c.id = r.change and c.called_off_at is null
				        where r.from_day <= ? order by r.initiative, r.from_day desc, r.change desc) x
				    where %s order by action, position, initiative limit ?) y
				join plan_row r on r.initiative = y.initiative and r.change = y.change
				order by r.action, r.position, r.initiative""".formatted(which), (row, number) -> row(row),
				Date.valueOf(day), most);
	}

	/**
	 * How many initiatives each action had on a day.
	 * @param day of UTC
	 * @return by its number, without what had ended
	 */
	public Map<Integer, Integer> counts(LocalDate day) {
		Map<Integer, Integer> counts = new TreeMap<>();
		this.jdbc.query("""
				select action, count(*) as initiatives from (
				    select distinct on (r.initiative) r.action, r.standing
				    from plan_row r join plan_change c on c.id = r.change and c.called_off_at is null
				    where r.from_day <= ? order by r.initiative, r.from_day desc, r.change desc) x
				where standing <> 'ended' group by action""", (row) -> {
			counts.put(row.getInt("action"), row.getInt("initiatives"));
		}, Date.valueOf(day));
		return counts;
	}

	/**
	 * An initiative as the last change left it, or will leave it.
	 * @param initiative the id
	 * @return nothing when the plan never had it
	 */
	public Optional<PlanRow> last(InitiativeId initiative) {
		return this.jdbc
			.query(ROWS + "where r.initiative = ? order by r.initiative, r.from_day desc, r.change desc",
					(row, number) -> row(row), initiative.value())
			.stream()
			.findFirst();
	}

	/**
	 * An initiative as it stood on a day; as the last change will leave it where it comes
	 * later.
	 * @param initiative the id
	 * @param day of UTC
	 * @return nothing when the plan never had it
	 */
	public Optional<PlanRow> on(InitiativeId initiative, LocalDate day) {
		return this.jdbc.query(ROWS
				+ "where r.initiative = ? and r.from_day <= ? order by r.initiative, r.from_day desc, r.change desc",
				(row, number) -> row(row), initiative.value(), Date.valueOf(day))
			.stream()
			.findFirst()
			.or(() -> last(initiative));
	}

	/**
	 * What a change made different.
	 * @param change its number
	 * @return the rows as it left them
	 */
	public List<PlanRow> ofChange(long change) {
		return this.jdbc.query("select * from plan_row where change = ? order by initiative", (row, number) -> row(row),
				change);
	}

	/**
	 * The day from which on the last change of an initiative holds.
	 * @param initiative the id
	 * @return nothing when the plan never had it
	 */
	public Optional<LocalDate> lastDay(InitiativeId initiative) {
		return Optional.ofNullable(this.jdbc.queryForObject("""
				select max(r.from_day) from plan_row r join plan_change c on c.id = r.change
				where c.called_off_at is null and r.initiative = ?""", LocalDate.class, initiative.value()));
	}

	/**
	 * The first day that is known of.
	 * @return nothing before a plan was loaded
	 */
	public Optional<LocalDate> firstDay() {
		return Optional.ofNullable(this.jdbc.queryForObject("select min(from_day) from plan_change", LocalDate.class));
	}

	/**
	 * The actions of a day.
	 * @param day of UTC
	 * @return their titles by number
	 */
	public Map<Integer, String> actions(LocalDate day) {
		Map<Integer, String> titles = new TreeMap<>();
		this.jdbc.query("""
				select * from (select distinct on (number) number, title, in_force from plan_action
				where from_day <= ? order by number, from_day desc, change desc) a where in_force""", (row) -> {
			titles.put(row.getInt("number"), row.getString("title"));
		}, Date.valueOf(day));
		return titles;
	}

	/**
	 * Where a further row of an action stands.
	 * @param action its number
	 * @return behind all that it ever had
	 */
	public int nextPosition(int action) {
		return Optional
			.ofNullable(this.jdbc.queryForObject("select max(position) + 1 from plan_row where action = ?",
					Integer.class, action))
			.orElse(1);
	}

	/**
	 * Notes how rows read from a day on.
	 * @param change by which
	 * @param from the first day
	 * @param rows all that it changed
	 */
	public void write(long change, LocalDate from, Collection<PlanRow> rows) {
		List<Object[]> values = new ArrayList<>();
		for (PlanRow row : rows) {
			Initiative it = row.initiative();
			values.add(new Object[] { row.id().value(), change, Date.valueOf(from), row.standing().word(), row.action(),
					row.position(), it.key(), it.programme(), it.title(), array(it.details()), it.isNew(), it.bracket(),
					json(it.parties()), array(it.milestones()), array(it.outcomes()), array(it.links()) });
		}
		this.jdbc.batchUpdate("""
				insert into plan_row (initiative, change, from_day, standing, action, position, key, programme, title,
				    details, is_new, bracket, parties, milestones, outcomes, links)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""", values);
	}

	/**
	 * A change that is still to come takes along who does what by then.
	 * @param change which
	 * @param row as it will read
	 */
	public void carry(long change, PlanRow row) {
		this.jdbc.update("update plan_row set parties = ?::jsonb, bracket = ? where change = ? and initiative = ?",
				json(row.initiative().parties()), row.initiative().bracket(), change, row.id().value());
	}

	/** Notes what a loaded plan made different. */
	void follow(long change, LocalDate today, List<Action> actions) {
		Map<InitiativeId, PlanRow> gone = new TreeMap<>();
		asOf(today).forEach((row) -> gone.put(row.id(), row));
		List<PlanRow> different = new ArrayList<>();
		int position = 0;
		for (Action action : actions) {
			for (Initiative initiative : action.initiatives()) {
				PlanRow now = new PlanRow(initiative, Standing.IN_FORCE, action.number(), ++position);
				PlanRow before = gone.remove(initiative.id());
				if (before == null || !before.equals(now)) {
					different.add(now);
				}
			}
		}
		gone.values()
			.stream()
			.filter((row) -> row.standing() == Standing.IN_FORCE)
			.forEach((row) -> different.add(row.as(Standing.ENDED)));
		write(change, today, different);
		followActions(change, today, actions);
	}

	private void followActions(long change, LocalDate today, List<Action> actions) {
		Map<Integer, String> gone = actions(today);
		List<Object[]> values = new ArrayList<>();
		for (Action action : actions) {
			if (!action.title().equals(gone.remove(action.number()))) {
				values.add(new Object[] { action.number(), change, Date.valueOf(today), action.title(), true });
			}
		}
		gone.forEach((number, title) -> values.add(new Object[] { number, change, Date.valueOf(today), title, false }));
		this.jdbc.batchUpdate(
				"insert into plan_action (number, change, from_day, title, in_force) values (?, ?, ?, ?, ?)", values);
	}

	private static String[] array(List<String> texts) {
		return texts.toArray(String[]::new);
	}

	private static String json(List<PlanParty> parties) {
		try {
			return PARTIES.writeValueAsString(parties);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static PlanRow row(ResultSet row) throws SQLException {
		try {
			List<PlanParty> parties = Arrays.asList(PARTIES.readValue(row.getString("parties"), PlanParty[].class));
			return new PlanRow(new Initiative(new InitiativeId(row.getString("initiative")), row.getString("key"),
					row.getString("programme"), row.getString("title"), texts(row.getArray("details")),
					row.getBoolean("is_new"), row.getString("bracket"), parties, texts(row.getArray("milestones")),
					texts(row.getArray("outcomes")), texts(row.getArray("links"))),
					Standing.of(row.getString("standing")), row.getInt("action"), row.getInt("position"));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
