package org.asemeducation.stocktake.cycle.hosting;

import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

import org.springframework.stereotype.Component;

/**
 * What hosts have said that stands on the pages of their meetings.
 */
@Component
public class HostsWords {

	private final Hosts hosts;

	HostsWords(Hosts hosts) {
		this.hosts = hosts;
	}

	/**
	 * What the host of a meeting has said.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return empty texts where nothing was said
	 */
	public HostSaid of(CycleName cycle, MeetingKind kind) {
		return this.hosts.of(cycle, kind)
			.map((host) -> new HostSaid(Objects.requireNonNullElse(host.theme(), ""),
					Objects.requireNonNullElse(host.programme(), "")))
			.orElse(new HostSaid("", ""));
	}

}
