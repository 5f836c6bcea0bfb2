// Names for streets and lanes that no venue has named yet.

const list = (text) => text.trim().split(/\s*,\s*/);

const CASTLE = list(
  `Castle Street|Stryd y Castell, Butcher Row, Sheep Street|Stryd y Defaid, Dogwood Lane, Moat Steps, Fish Street, Lantern Passage, Milk Street, Bell Lane|Lôn y Gloch, St Mary's Row, Friars Walk, Gaol Street, Wool Hall Street, Town Wall Row, Moat Street, Bailey Street, Keep Lane, Barbican, Cloth Lane, Glover's Yard, Saddlers Row, Lion Passage, Pudding Lane, Drapers Row, Tollgate Street, Cinema Street, Post Office Row, Clock Street, Assembly Street, Theatre Walk, Quality Square, Narrow Hill, Pepper Lane, Candle Lane, Silver Street, Cooper Street, Swan Hill, Raven Street, Talbot Street, Hop Yard, Brewery Lane, Maltings Close, Gas Street, Foundry Road, Albert Road, Victoria Road, Alma Street, Inkerman Terrace, Gladstone Street, Havelock Road, Jubilee Terrace, Prospect Road, Park Avenue, Chestnut Avenue, Northfield Road, Northfield Close, Hospital Road, Copthorne Road, Beacon Road, Beacon Rise, Greyfriars Road, Whitehall Street, Laburnum Grove, Rowan Avenue, Lime Street, Cemetery Road, School Hill, Windmill Street, Windmill Close, Nelson Street, Trafalgar Row, Hawthorn Road, Hazel Grove, Maple Road, Sycamore Road, Elm Close, Garth Road, Garth Close, Bowen Street, Ludford Road, Mortimer Road, Mortimer Close, Clive Road, Burnell Street, Glyndŵr Road, Tudor Close, Lancaster Road, York Road, Lacy Road, Warden Close, Linney Road, Linney Lane, Franklin’s Well, Coton Crescent, Coton Hill, Drinkwater Street, Cross Hill, College Hill, Belmont, Claremont Bank, Rush Hill, Lark Hill, Mole Row`,
);
const ABBEY = list(
  `Abbey Street|Stryd yr Abaty, Priory Lane, Cloister Close, Almoner's Row, Pilgrim Street, Chapter Street, Refectory Lane, Infirmary Row, Cellarer's Yard, Fishpond Lane, Old Weir Street, Boat Street, Barge Row, Osier Lane, Withy Bank, Eel Street, Heron Close, Kingfisher Way, Otter Row, Swan Terrace, River Street|Stryd yr Afon, Riverside Walk|Llwybr Glan-yr-afon, Quay Street, Lock Street, Ropewalk, Tenter Row, Fuller's Row, Dyers Lane, Weavers Row, Shuttle Street, Mercer Row, Tannery Close, Bark Street, Cinder Path, Wharf Row, Albion Terrace, Waterloo Terrace, Alma Terrace, Zion Terrace, Salem Row, Bethel Street, Providence Row, Hope Street, Faith Street, Charity Row, Temperance Street, Canon Street, Bishop Street, Dean Street, Prior's Close, St Beuno's Road|Ffordd Beuno Sant, Beuno Close, Orchard Street, Pear Tree Row, Quince Street, Damson Row, Medlar Close, Apple Yard, Cherry Orchard, Crab Tree Lane, Garden Row, Allotment Lane, Bee Lane, Hive Row, Nightingale Row, Thrush Street, Wren Row, Robin Street, Linnet Lane, Swift Row, Martin Street, Lavender Row, Rosemary Lane, Sage Street, Thyme Row, Monkmoor Road, Underdale Road, Preston Row, Belvidere Road, Belvidere Close, Whitehouse Lane, Sutton Row, Betton Street, Colley Row, Lowden Row, Trinity Street, Moreton Crescent, Reabrook Avenue, Bradford Street, Bynner Street, Burton Street, Greenhill Avenue, Rea Street, Oakley Street, Hereford Row, Ludlow Row`,
);
const BRYN = list(
  `Ffordd y Chwarel|Quarry Road, Heol Isaf|Lower Road, Heol Uchaf|Upper Road, Maes y Bryn, Maes yr Haf, Maes Hyfryd, Maes Glas, Clos y Berllan, Clos yr Eithin, Clos y Grug, Clos y Fedwen, Rhes y Chwarel|Quarry Terrace, Tan-y-bryn, Tan-y-graig, Pen-y-graig, Pen-y-bryn, Bron-y-coed, Llwyn Onn, Llwyn Bedw, Llwyn Celyn, Rhodfa'r Dderwen, Rhodfa'r Gog, Lôn Fain, Lôn Gefn, Lôn Helyg, Ffordd Eithin, Ffordd Rhedyn, Ffordd Grug, Ffordd Tegla, Ffordd Dyfed, Ffordd Gwynedd, Ffordd Penmon, Ffordd Hiraethog, Heol Tecla, Heol Morgan, Heol Owain, Heol Llywelyn, Heol Buddug, Gorse Road, Bracken Road, Heather Close, Slate Row, Powder House Lane, Winding House Lane, Tramway, Drum Road, Blastpipe Cottages, Yellow Hill Road, Bevan Avenue, Bevan Close, Attlee Road, Attlee Crescent, Aneurin Road, Lansbury Road, Coronation Crescent, Elizabeth Road, Festival Road, Hillside Crescent, Hillside Drive, Summit Road, Skyline Rise, Ash Crescent, Birch Crescent, Cedar Crescent, Larch Road, Larch Close, Pine Road, Spruce Close, Beech Road, Oak Road, Holly Road, Willow Road, Alder Road, Plas Newydd, Plas Coed, Bryn Awel, Bryn Siriol, Bryn Teg, Cae Glas, Cae Mawr, Cae Nant, Nant y Berllan, Nant yr Ehedydd, Erw Las, Erw Deg, Erw Goch, Trem y Castell|Castle View, Trem yr Afon|River View, Min-y-nant, Min-y-coed, Gwel-y-cwm, Golwg y Dref, Stryd y Groes, Stryd Fain, Rhes Goch, Rhes Wen, Teras Bryn, Teras Seion`,
);
const MEADOW = list(
  `Canal Street, Basin Road, Towpath Row, Lock Keeper's Close, Narrowboat Way, Barge Close, Coal Wharf, Lime Kiln Road, Platform Street, Signal Street, Sidings Way, Engine Street, Porter's Row, Guard Street, Goods Yard Road, Locomotive Street, Carriage Close, Ticket Row, Railway Terrace, Turntable Way, Buttercup Way, Clover Way, Cowslip Close, Meadowsweet Drive, Sorrel Close, Foxtail Way, Fescue Close, Yarrow Close, Teasel Way, Vetch Close, Campion Close, Bluebell Drive, Speedwell Close, Tansy Close, Burnet Close, Plantain Way, Haymaker's Way, Scythe Close, Swathe Road, Haycock Close, Long Meadow Road, Long Meadow Drive, Meadow Rise, Dairy Close, Churn Close, Milkmaid Row, Hayloft Close, Wagon Way, Marconi Road, Curie Close, Brunel Way, Telford Way, Telford Close, Stephenson Road, Brindley Road, Brindley Close, Seacole Road, Equiano Close, Attar Close, Lovelace Way, Turing Close, Franklin Way, Anning Close, Somerville Road, Windrush Close, Kestrel Drive, Lapwing Close, Curlew Close, Plover Way, Skylark Way, Snipe Close, Redshank Road, Dunnock Close, Siskin Close, Fieldfare Way, Pippin Close, Russet Close, Bramley Way, Perry Close, Kingston Black Road, Foxwhelp Close, Costard Row, Brook Road, Brookside, Floodgate Road, Sluice Close, Millpond Close, Poplars Road, Poplars Close, Meads Road, East Meads, West Meads, Mead Court, Green Lane, Green Close, Harrow Close, Furrow Way, Headland Close, Ploughman's Way, Drover's Close, Stile Close, Kissing Gate Close, Tinker's Bank, Barley Close`,
);
const WORKS = list(
  `Enterprise Way, Foundry Park, Unit Road, Sawmill Way, Cider Works Road, Depot Road, Forge Way, Weighbridge Road, Loading Road, Kiln Way, Creamery Way, Works Approach, Crane Road, Pallet Way`,
);
const WELSH_VILLAGE = list(
  `Stryd y Capel|Chapel Street, Heol yr Eglwys|Church Road, Y Stryd|The Street, Lôn Gefn, Maes yr Ysgol, Maes Derw, Tan-yr-eglwys, Rhes y Post, Pen-y-bont, Glan-yr-afon, Glan-y-nant, Bro Derw, Bro Hafren Fach, Cae'r Felin, Cae'r Ffynnon, Lôn y Ffynnon, Lôn yr Efail, Lôn Isaf, Lôn Uchaf, Heol Newydd|New Road, Heol y Mynydd|Mountain Road, Heol y Llan, Stryd y Felin|Mill Street, Stryd yr Efail, Teras Derw, Teras y Bont, Rhes Capel, Llwyn y Groes, Dôl Afon, Dôl y Felin, Dôl Werdd, Gerddi Gleision, Bryn Hyfryd, Bryn Golau, Pentre Bach, Pentre Uchaf, Clos y Gof, Clos y Saer, Clos yr Onnen, Ffordd y Rhyd, Ffordd y Ffair, Ffordd Newydd, Wtra Hir, Wtra Wen, Lôn Ddŵr, Lôn Las Isaf, Tyn-y-cwm, Tyn-y-ffordd, Maesyderw, Maes-y-nant, Nant Gwyn, Rhyd-y-cerrig, Tai Newyddion, Tai Cochion, Hen Ffordd, Heol Bugail`,
);
const ENGLISH_VILLAGE = list(
  `Church Lane, Church Row, Chapel Lane, Back Lane, The Green, Green End, Pound Lane, Pump Lane, Smithy Lane, Forge Bank, Duck Lane, Goose Lane, Cider Row, Orchard Row, Perry Lane, Press Lane, Hop Lane, Kiln Row, Rectory Lane, Glebe Close, Glebe Road, Tithe Row, Manor Road, Manor Close, School Row, Schoolhouse Lane, Old School Close, Post Row, Bakehouse Lane, Maltkin Lane, Well Lane, Spout Lane, Brook Lane, Ford Lane, Ford Row, Wain Row, Wheelwright's, Carter's Row, Drovers Row, Cross Lane, Cross Row, Common Lane, Common Edge, Pinfold, Pinfold Close, Hunger Hill, Sandy Bank, Clay Bank, Dark Lane, Sunny Bank, Bell Row, Sexton's Lane, Nuttery Lane, Cobnut Close, Damson Lane, Blossom Row, Bramble Lane, Sloe Lane, Elder Close, Hay Lane, Barn Row, Byre Close, Stackyard, Rickyard Close, Horseshoe Row, Mare's Lane, Colt Close, Ewe Bank, Ram Row, Hatch Lane, Stocks Lane, Vicarage Row, Almshouse Row, Reading Room Lane, Quoits Row`,
);
const WELSH_LANES = list(
  `Lôn y Mynydd, Lôn Tŷ Gwyn, Lôn Pant-glas, Lôn y Graig, Lôn Hafod, Lôn Hendre, Lôn Cwm-bach, Lôn Blaen-y-cwm, Lôn y Rhos, Lôn Ffridd, Lôn Cae-llwyd, Lôn Pen-lan, Lôn Tan-llan, Lôn y Gors, Lôn Bwlch, Lôn Nant-ddu, Lôn Esgair, Lôn y Gelli, Lôn Maes-mawr, Lôn Tŷ Coch, Lôn Dolwen, Lôn Garth, Lôn Rhyd-wen, Lôn y Wern, Lôn Pentre, Lôn Bryn-gwyn, Lôn Ty'n-llwyn, Lôn Cefn-coed, Lôn y Fron, Lôn Moel`,
);
const ENGLISH_LANES = list(
  `Gravel Lane, Hollow Lane, Harp Lane, Blackthorn Lane, Ridge Lane, Gibbet Lane, Ox Lane, Salter's Lane, Cuckoopen Lane, Featherbed Lane, Burnt House Lane, Rook Lane, Badger Lane, Withybed Lane, Marl Lane, Long Lane, Cold Harbour Lane, Old Hall Lane, Lower Hay Lane, Upper Hay Lane, Turnpike Lane, Marsh Lane, Pear Tree Lane, Two Gates Lane, Windy Bank, Quarry Lane, Mill Bank Lane, Coppice Lane, Gorsty Lane, Rushy Lane, Woodhouse Lane, Wall End Lane, Stocking Lane, Park Gate Lane, Kennel Lane, Keeper's Lane, Lodge Lane, Moor Lane, Heath Lane, Toll Lane`,
);

const POOLS = {
  castle: CASTLE,
  abbey: ABBEY,
  bryn: BRYN,
  meadow: MEADOW,
  works: WORKS,
  welsh: WELSH_VILLAGE,
  english: ENGLISH_VILLAGE,
  'lane-welsh': WELSH_LANES,
  'lane-english': ENGLISH_LANES,
};

/** Gives out each name of a pool once, in shuffled order, skipping those taken; nothing when the pool is empty. */
export function nameGiver(random, taken) {
  const left = Object.fromEntries(Object.entries(POOLS).map(([key, names]) => [key, random.shuffle(names)]));
  return (pool) => {
    while (left[pool].length) {
      const [name, name_cy] = left[pool].pop().split('|');
      if (taken.has(name)) continue;
      taken.add(name);
      return name_cy ? { name, name_cy } : { name };
    }
    return {};
  };
}
