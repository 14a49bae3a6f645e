package org.asemeducation.stocktake.update.note;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * "My notes": where those who coordinate an initiative note what its next update should
 * not miss.
 */
@Controller
class MyNotesPage {

	@GetMapping("/my/notes")
	String show() {
		return "my-notes";
	}

}
