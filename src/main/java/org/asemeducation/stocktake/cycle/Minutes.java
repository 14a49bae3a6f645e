package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minutes of senior officials' meetings: a later such meeting adopts them.
 */
@Component
class Minutes {

	private final JdbcClient jdbc;

	private final Clock clock;

	Minutes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What a meeting has to deal with: the minutes of senior officials' meetings held
	 * before it, in its own cycle and the one before, that no meeting has adopted.
	 * Ministers adopt none.
	 * @param cycle the meeting's cycle
	 * @param kind the meeting
	 * @return the oldest first
	 */
	List<EarlierMinutes> waitingFor(CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql("""
				with usual as (select array['ISOM', 'SOM1', 'SOM2'] as kinds)
				select earlier.cycle, earlier.kind, earlier.held_on from usual, meeting here
				join cycle on cycle.name = here.cycle
				join meeting earlier on earlier.cycle = here.cycle or earlier.cycle =
				    (select name from cycle it where it.kind = 'report' and it.opened_at < cycle.opened_at
				        order by it.opened_at desc limit 1)
				where here.cycle = :cycle and here.kind = :kind and here.kind <> 'ASEMME'
				and earlier.kind <> 'ASEMME' and earlier.state = 'held'
				and (earlier.held_on, array_position(usual.kinds, earlier.kind))
				    < (coalesce(here.held_on, here.planned_on), array_position(usual.kinds, here.kind))
				and not exists (select 1 from minutes
				    where minutes.cycle = earlier.cycle and minutes.kind = earlier.kind and minutes.adopted)
				order by earlier.held_on, array_position(usual.kinds, earlier.kind)""")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.query((row, number) -> new EarlierMinutes(row.getString("cycle"),
					MeetingKind.valueOf(row.getString("kind")), row.getObject("held_on", LocalDate.class)))
			.list();
	}

	/**
	 * Keeps a decision. Who adopts the same minutes elsewhere in the same moment is
	 * waited for.
	 * @return false, and nothing is kept, when another meeting has adopted them
	 */
	boolean decided(EarlierMinutes minutes, CycleName atCycle, MeetingKind at, boolean adopted, String by) {
		return this.jdbc.sql("""
				insert into minutes (cycle, kind, at_cycle, at_kind, adopted, decided_at, decided_by, version)
				values (:cycle, :kind, :atCycle, :at, :adopted, :now, :by,
				    (select max(number) from minutes_version where cycle = :cycle and kind = :kind))
				on conflict (cycle, kind) where adopted do nothing""")
			.param("cycle", minutes.cycle())
			.param("kind", minutes.kind().name())
			.param("atCycle", atCycle.value())
			.param("at", at.name())
			.param("adopted", adopted)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update() == 1;
	}

}
