package org.asemeducation.stocktake.notification.meeting;

import java.util.List;

/**
 * Somebody on the roster of meetings.
 *
 * @param id the contact's number
 * @param name the person
 * @param parties whom they speak for, as a list in words
 * @param because why they stand in it, such as "partner"; never empty
 * @param usual whether they are told unless somebody takes them out
 * @param told whether they were told of the meeting before
 */
public record Invitee(long id, String name, String parties, List<String> because, boolean usual, boolean told) {

	public Invitee {
		because = List.copyOf(because);
	}

}
