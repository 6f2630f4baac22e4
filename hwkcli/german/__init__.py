"""The German of what is said in English: one catalogue, keyed by the English text as it stands in the code.

`help` has what the help pages say, `messages` and `files` what is said on stderr, `tables` what is said there of tables
and maps, `faults` what is wrong with a data file. A text that is not here is said in English. A hole (`{word}`) of the
English has the same name in the German.
"""

from hwkcli.german.faults import FAULTS
from hwkcli.german.files import FILES
from hwkcli.german.help import HELP
from hwkcli.german.messages import MESSAGES
from hwkcli.german.tables import TABLES

CATALOGUE = MESSAGES | FILES | TABLES | FAULTS | HELP
