/** About people whom an answer names: whom we take it for, and what would tell us more. */
export const peopleNamed = {
  away: '{$said} (not in this round, as far as we see)',
  found: '{$names} ({$said})',
  foundAndAway: '{$names} ({$said}; {$missing}: not in this round, as far as we see)',
  onePerson: `.input {$about :string}
.match $about
wish {{We take {$said} for the one person whom it fits.}}
* {{We keep you apart from the one person whom {$said} fits.}}`,
  notWished: 'We have not taken {$said} as a wish.',
  fitsSeveral: '{$said} fits more than one person. ',
  sameName: 'There are {$people :count} people called {$said}. ',
  /**
   * How an answer is changed: a reply has its number, and all of its names, as it takes the place of the whole earlier one
   * (`alone` where there is one name); on a page it is a field.
   */
  please: {
    name: `.input {$how :string}
.match $how
page {{Please give the full name or the address. }}
alone {{Please reply with {$question} and the full name or the address. }}
* {{Please reply with {$question} and all names, here with the full name or the address. }}`,
    place: `.input {$how :string}
.match $how
page {{Please give their team or place after the name, or their address. }}
alone {{Please reply with {$question} and their team or place after the name, or their address. }}
* {{Please reply with {$question} and all names, here with their team or place after the name, or their address. }}`,
    address: `.input {$how :string}
.match $how
page {{Please give their address, for our list does not say where they work. }}
alone {{Please reply with {$question} and their address, for our list does not say where they work. }}
* {{Please reply with {$question} and all names, here with their address, for our list does not say where they work. }}`,
  },
  untilThen: `.input {$counts :string}
.match $counts
all {{Until we hear, we count all of them.}}
none {{Until we hear, we count none of them.}}
apart-from-both {{Until we hear, we keep you apart from both.}}
* {{Until we hear, we keep you apart from all of them.}}`,
  nobody: `.input {$how :string}
.match $how
page {{We found nobody called {$names} in this round. If they take part, please give the full name or the address; if not, there is nothing to do.}}
alone {{We found nobody called {$names} in this round. If they take part, please reply with {$question} and the full name or the address; if not, there is nothing to do.}}
* {{We found nobody called {$names} in this round. If they take part, please reply with {$question} and all names, here with the full name or the address; if not, there is nothing to do.}}`,
  noName: `.input {$about :string}
.match $about
wish {{We found no name in {$said}. We can look only for people who are named. }}
* {{We found no name in {$said}. We can keep you apart only from people who are named. }}`,
  ifYouLike: `.input {$how :string}
.match $how
page {{If you like, give a name or an address; if not, there is nothing to do.}}
alone {{If you like, reply with {$question} and a name or an address; if not, there is nothing to do.}}
* {{If you like, reply with {$question} and all names, here with a name or an address; if not, there is nothing to do.}}`,
} as const;
