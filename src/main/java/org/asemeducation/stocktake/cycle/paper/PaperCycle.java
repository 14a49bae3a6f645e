package org.asemeducation.stocktake.cycle.paper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.WorkPlan;

/**
 * A cycle that was run on paper, as far as it is known.
 *
 * @param name the ministers' meeting it led to
 * @param title such as {@code From Budapest to Bangkok}
 * @param meetings those that were held, the ministers' meeting among them
 * @param initiatives those of the plan of that time
 */
public record PaperCycle(CycleName name, String title, List<HeldMeeting> meetings, List<PaperInitiative> initiatives) {

	public PaperCycle {
		meetings = meetings.stream().sorted(Comparator.comparing(HeldMeeting::kind)).toList();
		initiatives = List.copyOf(initiatives);
	}

	/**
	 * The day on which ministers adopted its work plan.
	 * @return the day of their meeting
	 */
	public LocalDate adoptedOn() {
		return this.meetings.stream()
			.filter((meeting) -> meeting.kind() == MeetingKind.ASEMME)
			.map(HeldMeeting::on)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("%s has no ministers' meeting.".formatted(this.name)));
	}

	/**
	 * All lines of its work plan.
	 * @return in the order of its initiatives
	 */
	public List<WorkPlan.Line> lines() {
		return this.initiatives.stream().flatMap((it) -> it.lines().stream()).toList();
	}

	/**
	 * How many initiatives have a last text.
	 * @return their number
	 */
	public int texts() {
		return (int) this.initiatives.stream().map(PaperInitiative::text).filter(Objects::nonNull).count();
	}

	/**
	 * The whole of it.
	 * @return such as {@code 52 initiatives, 61 lines of the work plan, 40 last texts, 3
	 * meetings}
	 */
	public String inWords() {
		return "%s, %s, %s, %s".formatted(count(this.initiatives.size(), "initiative", "initiatives"),
				count(lines().size(), "line of the work plan", "lines of the work plan"),
				count(texts(), "last text", "last texts"), count(this.meetings.size(), "meeting", "meetings"));
	}

	private static String count(int number, String one, String many) {
		return number + " " + ((number == 1) ? one : many);
	}

	LocalDate firstDay() {
		return this.meetings.stream().map(HeldMeeting::on).min(Comparator.naturalOrder()).orElseThrow();
	}

}
