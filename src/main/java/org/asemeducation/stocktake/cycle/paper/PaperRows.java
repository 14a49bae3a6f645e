package org.asemeducation.stocktake.cycle.paper;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a cycle on paper has beside itself: its meetings, its initiatives, their last
 * texts.
 */
@Component
class PaperRows {

	private static final String BETWEEN = "; ";

	/** Stands where a title belongs that nobody knows. */
	private static final String UNTITLED = "Action ";

	private final JdbcClient jdbc;

	PaperRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of today's plan only what an id means is taken, and its action where nobody has
	 * said another: its milestones are not those of that time.
	 */
	void write(PaperCycle cycle, Timestamp now, String by) {
		String name = cycle.name().value();
		for (HeldMeeting meeting : cycle.meetings()) {
			this.jdbc
				.sql("""
						insert into meeting (cycle, kind, state, outcome, held_on, place, hybrid, virtual, host, recorded_at,
						    recorded_by)
						values (:cycle, :kind, 'held', 'held', :on, :place, :hybrid, :virtual, :host, :at, :by)
						on conflict (cycle, kind) do update set held_on = excluded.held_on, place = excluded.place,
						    hybrid = excluded.hybrid, virtual = excluded.virtual, host = excluded.host,
						    recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by""")
				.param("cycle", name)
				.param("kind", meeting.kind().name())
				.param("on", meeting.on())
				.param("place", meeting.place())
				.param("hybrid", meeting.format() == MeetingFormat.HYBRID)
				.param("virtual", meeting.format() == MeetingFormat.VIRTUAL)
				.param("host", meeting.host())
				.param("at", now)
				.param("by", by)
				.update();
		}
		this.jdbc.sql("delete from meeting where cycle = :cycle and kind <> all(cast(:kinds as text[]))")
			.param("cycle", name)
			.param("kinds", cycle.meetings().stream().map((meeting) -> meeting.kind().name()).toArray(String[]::new))
			.update();
		List<PaperInitiative> all = cycle.initiatives();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators, programme)
				select :cycle, p.id, p.position, coalesce(p.action, i.action),
				    coalesce(nullif(p.action_title, ''), a.title, :untitled || coalesce(p.action, i.action)),
				    p.title, false, d.wording, p.coordinators, i.programme
				from unnest(cast(:ids as text[]), cast(:actions as int[]), cast(:actionTitles as text[]),
				    cast(:titles as text[]), cast(:coordinators as text[])) with ordinality
				    as p (id, action, action_title, title, coordinators, position)
				left join initiative i on i.id = p.id
				left join action a on a.number = coalesce(p.action, i.action)
				cross join plan_document d""")
			.param("cycle", name)
			.param("ids", each(all, (it) -> it.id().value()))
			.param("untitled", UNTITLED)
			.param("actions",
					all.stream()
						.map((it) -> (it.action() != null) ? it.action().number() : null)
						.toArray(Integer[]::new))
			.param("actionTitles", each(all, (it) -> (it.action() != null) ? it.action().title() : null))
			.param("titles", each(all, PaperInitiative::title))
			.param("coordinators", each(all, (it) -> String.join(BETWEEN, it.coordinators())))
			.update();
		this.jdbc.sql("""
				insert into paper_text (cycle, initiative, text)
				select :cycle, * from unnest(cast(:ids as text[]), cast(:texts as text[])) as t (id, text)
				where text is not null""")
			.param("cycle", name)
			.param("ids", each(all, (it) -> it.id().value()))
			.param("texts", each(all, PaperInitiative::text))
			.update();
	}

	/** What rests on a meeting stays with it while the cycle is written anew. */
	void removeInitiatives(CycleName name) {
		for (String table : List.of("paper_text", "cycle_initiative")) {
			this.jdbc.sql("delete from %s where cycle = :cycle".formatted(table)).param("cycle", name.value()).update();
		}
	}

	PaperCycle read(BroughtCycle cycle, Map<String, String> paragraphs, List<WorkPlan.Line> lines) {
		List<PaperInitiative> initiatives = this.jdbc.sql("""
				select i.initiative, i.action, i.action_title, i.title, i.coordinators, t.text from cycle_initiative i
				left join paper_text t on t.cycle = i.cycle and t.initiative = i.initiative
				where i.cycle = :cycle order by i.position""")
			.param("cycle", cycle.name().value())
			.query((row, number) -> {
				InitiativeId id = new InitiativeId(row.getString("initiative"));
				return new PaperInitiative(id, action(row.getInt("action"), row.getString("action_title")),
						row.getString("title"),
						Arrays.stream(row.getString("coordinators").split(BETWEEN))
							.filter((it) -> !it.isEmpty())
							.toList(),
						paragraphs.get(id.value()), lines.stream().filter((it) -> it.initiative().equals(id)).toList(),
						row.getString("text"));
			})
			.list();
		return new PaperCycle(cycle.name(), cycle.title(), meetings(cycle.name()), initiatives);
	}

	private static PaperAction action(int number, String title) {
		return new PaperAction(number, title.equals(UNTITLED + number) ? "" : title);
	}

	private List<HeldMeeting> meetings(CycleName name) {
		return this.jdbc.sql("select * from meeting where cycle = :cycle")
			.param("cycle", name.value())
			.query((row, number) -> new HeldMeeting(MeetingKind.valueOf(row.getString("kind")),
					row.getObject("held_on", LocalDate.class), row.getString("place"),
					MeetingFormat.of(row.getBoolean("hybrid"), row.getBoolean("virtual")), row.getString("host")))
			.list();
	}

	private static @Nullable String[] each(List<PaperInitiative> all,
			Function<PaperInitiative, @Nullable String> column) {
		return all.stream().map(column).toArray(String[]::new);
	}

}
