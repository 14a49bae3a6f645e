package org.asemeducation.stocktake.cycle;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.FreshStatistics;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.change.ChangePlan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The copy of the plan that a cycle asks for: a later change of the plan cannot rewrite
 * it.
 */
@Component
public class CycleInitiatives {

	/**
	 * From so many on, what the database knows of its tables decides how long it looks.
	 */
	private static final int LARGE = 200;

	/** Who coordinates the initiative {@code i}, in words. */
	private static final String COORDINATORS = """
			coalesce((select string_agg(p.name || case c.role when 'coordinator' then '' when 'support'
			        then ' (support)' else ' (host)' end, '; ' order by c.position)
			    from coordination c join party p on p.id = c.party where c.initiative = i.id), '')""";

	private final JdbcClient jdbc;

	private final WorkPlan workPlan;

	private final FreshStatistics statistics;

	private final ChangePlan plan;

	CycleInitiatives(JdbcClient jdbc, WorkPlan workPlan, FreshStatistics statistics, ChangePlan plan) {
		this.jdbc = jdbc;
		this.workPlan = workPlan;
		this.statistics = statistics;
		this.plan = plan;
	}

	/**
	 * From now to the end of the transaction nobody changes what a cycle begins from: it
	 * is opened after whatever was brought in or taken back.
	 */
	void begin() {
		this.workPlan.begin();
	}

	/**
	 * Copies the plan in force, with the paragraphs of the Chair's Conclusions that the
	 * last meeting's text has about each initiative.
	 */
	void copyPlan(CycleName cycle) {
		this.plan.putInForce();
		Optional<CycleName> before = this.workPlan.latest();
		int copied = this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new,
				    wording, coordinators, objective, programme, links, milestones, outcomes, conclusions)
				select :cycle, i.id, i.position, i.action, a.title, i.title, i.is_new, d.wording,
				    %s,
				    %s,
				    i.programme, i.links,
				    array(select m.text from milestone m where m.initiative = i.id order by m.position),
				    array(select o.text from expected_outcome o where o.initiative = i.id order by o.position),
				    coalesce((select p.paragraphs from conclusions_paragraph p
				        where p.cycle = :before and p.initiative = i.id), '')
				from initiative i
				join action a on a.number = i.action
				cross join plan_document d
				where i.in_force""".formatted(COORDINATORS, ServedObjectives.FIRST))
			.param("cycle", cycle.value())
			.param("before", before.map(CycleName::value).orElse(""))
			.update();
		if (copied > LARGE) {
			this.statistics.of("cycle_initiative");
		}
		commit(cycle, before.map(this.workPlan::lines).orElse(List.of()));
	}

	/**
	 * What each initiative is asked about: the lines of the work plan in force, the
	 * plan's milestones where it has none, and the lines of whatever was merged into it.
	 * Any other line whose initiative the plan has no more is left out.
	 */
	private void commit(CycleName cycle, List<WorkPlan.Line> adopted) {
		String[] initiatives = adopted.stream().map((line) -> line.initiative().value()).toArray(String[]::new);
		String[] texts = adopted.stream().map(WorkPlan.Line::said).toArray(String[]::new);
		this.jdbc.sql("""
				insert into commitment (cycle, initiative, position, text, source)
				select c.cycle, c.initiative, row_number() over (partition by c.initiative order by a.position), a.text,
				    'adopted'
				from cycle_initiative c
				join unnest(cast(:initiatives as text[]), cast(:texts as text[])) with ordinality
				    as a (initiative, text, position) on a.initiative = c.initiative
				where c.cycle = :cycle""")
			.param("initiatives", initiatives)
			.param("texts", texts)
			.param("cycle", cycle.value())
			.update();
		this.jdbc.sql("""
				insert into commitment (cycle, initiative, position, text, source)
				select c.cycle, c.initiative, m.position, m.text, 'plan'
				from cycle_initiative c, unnest(c.milestones) with ordinality as m (text, position)
				where c.cycle = :cycle and not c.initiative = any(cast(:initiatives as text[]))""")
			.param("initiatives", initiatives)
			.param("cycle", cycle.value())
			.update();
		this.jdbc.sql("""
				insert into commitment (cycle, initiative, position, text, source)
				select c.cycle, c.initiative, coalesce((select max(k.position) from commitment k
				        where k.cycle = c.cycle and k.initiative = c.initiative), 0)
				        + row_number() over (partition by c.initiative order by a.position),
				    '(' || a.initiative || ') ' || a.text, 'adopted'
				from unnest(cast(:initiatives as text[]), cast(:texts as text[])) with ordinality
				    as a (initiative, text, position)
				join merged_into m on m.initiative = a.initiative
				join cycle_initiative c on c.cycle = :cycle and c.initiative = m.into_which""")
			.param("initiatives", initiatives)
			.param("texts", texts)
			.param("cycle", cycle.value())
			.update();
	}

	/**
	 * The cycle's copy says anew who coordinates an initiative: within the cycle it was
	 * handed over.
	 * @param cycle the cycle
	 * @param initiative the initiative
	 */
	public void handedOver(CycleName cycle, InitiativeId initiative) {
		this.jdbc.sql("""
				update cycle_initiative y set coordinators = (select %s from (values (y.initiative)) as i (id))
				where y.cycle = :cycle and y.initiative = :initiative""".formatted(COORDINATORS))
			.param("cycle", cycle.value())
			.param("initiative", initiative.value())
			.update();
	}

	public Optional<CycleInitiative> find(CycleName cycle, InitiativeId initiative) {
		return this.jdbc.sql("select * from cycle_initiative where cycle = :cycle and initiative = :initiative")
			.param("cycle", cycle.value())
			.param("initiative", initiative.value())
			.query((row, number) -> read(row))
			.optional();
	}

	/**
	 * What an update answers.
	 * @param cycle the cycle
	 * @param initiative the initiative
	 * @return in their order
	 */
	public List<Commitment> commitments(CycleName cycle, InitiativeId initiative) {
		return this.jdbc.sql("""
				select position, text, source from commitment
				where cycle = :cycle and initiative = :initiative order by position""")
			.param("cycle", cycle.value())
			.param("initiative", initiative.value())
			.query((row, number) -> new Commitment(row.getInt("position"), row.getString("text"),
					row.getString("source")))
			.list();
	}

	private static CycleInitiative read(ResultSet row) throws SQLException {
		return new CycleInitiative(new CycleName(row.getString("cycle")), new InitiativeId(row.getString("initiative")),
				row.getInt("action"), row.getString("action_title"), row.getString("title"), row.getBoolean("is_new"),
				row.getString("wording"), row.getString("coordinators"), texts(row.getArray("links")),
				texts(row.getArray("milestones")), texts(row.getArray("outcomes")));
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
